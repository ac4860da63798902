using System.Text;

namespace RingPerf.Coordination.Redis;

/// <summary>What a <c>redis://</c> URL says.</summary>
internal sealed record RedisSettings
{
    /// <summary>The server; with sentinels the first of them.</summary>
    internal required RedisAddress Server { get; init; }

    /// <summary>Whom to ask for the primary, in order; empty where the server is named itself.</summary>
    internal required IReadOnlyList<RedisAddress> Sentinels { get; init; }

    /// <summary>The name of the primary that sentinels watch.</summary>
    internal required string PrimaryName { get; init; }

    internal required RedisCredentials Credentials { get; init; }

    internal required RedisCredentials SentinelCredentials { get; init; }

    /// <summary>TLS to the server; null for none.</summary>
    internal required TlsFiles? Tls { get; init; }

    /// <summary>TLS to the sentinels; null for none.</summary>
    internal required TlsFiles? SentinelTls { get; init; }

    internal required int Database { get; init; }

    /// <summary>The longest that one operation takes.</summary>
    internal required TimeSpan Timeout { get; init; }

    /// <summary>The longest that one request takes.</summary>
    internal required TimeSpan RequestTimeout { get; init; }

    internal required TimeSpan ConnectTimeout { get; init; }

    /// <summary>How long a beat holds.</summary>
    internal required TimeSpan MembershipTimeout { get; init; }

    /// <summary>The longest that a beat waits to be answered.</summary>
    internal required TimeSpan BeatTimeout { get; init; }

    /// <summary>Whether TCP probes an idle connection; null for the client's own.</summary>
    internal required bool? KeepAlive { get; init; }

    /// <summary>Time between checks of an idle connection; null for the client's own.</summary>
    internal required TimeSpan? HealthCheckInterval { get; init; }

    /// <summary>What every key starts with.</summary>
    internal required byte[] Namespace { get; init; }

    /// <summary>How group ids become bytes; strict.</summary>
    internal required Encoding Encoding { get; init; }

    /// <summary>Options accepted and without effect, each with the reason.</summary>
    internal required IReadOnlyList<(string Option, string Reason)> Ignored { get; init; }

    /// <summary>The server alone: nothing of the credentials.</summary>
    public override string ToString() => Server.ToString();

    /// <summary>The settings of a connection for beats alone.</summary>
    internal RedisSettings ForBeats() => this with
    {
        RequestTimeout = BeatTimeout,
        ConnectTimeout = BeatTimeout < ConnectTimeout ? BeatTimeout : ConnectTimeout,
    };
}

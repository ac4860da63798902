namespace RingPerf.Coordination.Servers.Redis;

/// <summary>How a <see cref="RedisServer"/> is set up.</summary>
public sealed record RedisServerOptions
{
    /// <summary>What clients must give; none unless set.</summary>
    public string? Password { get; init; }

    /// <summary>A user beside the default one, with this name and the password; none unless set.</summary>
    public string? User { get; init; }

    /// <summary>The port of the server that this one copies; none unless set.</summary>
    public int? ReplicaOf { get; init; }

    /// <summary>Whether every write is kept on disk, so that a restart finds it.</summary>
    public bool KeepsData { get; init; }

    /// <summary>Whether the server knows no AUTH, as some that stand in for Redis.</summary>
    public bool RenamedAuth { get; init; }

    /// <summary>A PEM file of the server's own certificate and key, for one that speaks TLS only and trusts clients with the same
    /// certificate alone; none unless set.</summary>
    public string? TlsFile { get; init; }
}

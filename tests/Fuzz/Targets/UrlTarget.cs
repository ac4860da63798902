using System.Text;
using RingPerf.Coordination;
using RingPerf.Coordination.Etcd;
using RingPerf.Coordination.InMemory;
using RingPerf.Coordination.Redis;

namespace RingPerf.Fuzz.Targets;

/// <summary>URLs of back ends: each driver reads one or refuses it with a reason, and no text for a log holds its password.</summary>
internal sealed class UrlTarget : IFuzzTarget
{
    private static readonly string[] FileOptions = ["ssl_ca_certs", "ssl_certfile", "ssl_keyfile", "ca_cert", "cert_cert", "cert_key"];
    private static readonly MemberId Member = MemberId.FromText("fuzz");

    public string Name => "urls";

    public IReadOnlyList<string> Tokens { get; } =
    [
        "redis://", "etcd3+http://", "etcd3://", "etcd3+https://", "memory://", "timeout=", "membership_timeout=", "db=", "sentinel=",
        "sentinel_fallback=", "sentinel_password=", "namespace=", "encoding=latin1", "ssl=true", "endpoint=", "api_version=", "&", "?", "@",
        "[::1]", ":65535", "%00", "%ff", "%e2%82", "1e309", "-1", "0.001", "socket_keepalive=", "health_check_interval=",
    ];

    public void Run(ReadOnlySpan<byte> input)
    {
        string text = Encoding.UTF8.GetString(input);
        BackendUrl? url = null;
        if (!Check.Accepts<BackendUrlException>(() => url = BackendUrl.Parse(text)))
        {
            return;
        }

        CheckParts(text, url!);
        if (FileOptions.Any(option => url!.GetOption(option) is { } file && File.Exists(file)))
        {
            return;
        }

        CheckDrivers(url!);
    }

    private static void CheckParts(string text, BackendUrl url)
    {
        Check.Equal(url.Scheme.ToLowerInvariant(), url.Scheme, "scheme");
        Check.That(url.Port is null or (> 0 and <= ushort.MaxValue), $"port {url.Port}");
        if (url is { User: not null, Password: not null })
        {
            int start = url.Scheme.Length + "://".Length + url.User.Length + 1;
            string other = text[..start] + "other" + text[(start + url.Password.Length)..];
            Check.Equal(url.ToString(), BackendUrl.Parse(other).ToString(), "a text for a log depends on the password");
        }

        foreach (KeyValuePair<string, string> option in url.Options)
        {
            Check.That(url.GetOptions(option.Key).Contains(option.Value), $"the option '{option.Key}' is lost");
        }
    }

    private static void CheckDrivers(BackendUrl url)
    {
        var settings = new DriverSettings(url, Member);
        RedisSettings? redis = null;
        if (Check.Accepts<BackendUrlException>(() => redis = RedisUrl.Read(url)))
        {
            Check.That(redis!.Timeout > TimeSpan.Zero && redis.RequestTimeout > TimeSpan.Zero && redis.MembershipTimeout > TimeSpan.Zero, "a time is not above zero");
            Check.That(redis.RequestTimeout <= redis.Timeout, "a request may take longer than its operation");
            Check.That(redis.Server.ToString().Length > 0 && redis.Sentinels.All(sentinel => sentinel.Port is > 0 and <= ushort.MaxValue), "an address is wrong");
            CheckEndPoints(redis);
        }

        EtcdOptions? etcd = null;
        if (Check.Accepts<BackendUrlException>(() => etcd = EtcdOptions.Of(settings)))
        {
            Check.That(etcd!.TimeoutSeconds > 0 && etcd.MembershipSeconds > 0, "a time is not above zero");
            Check.That(etcd.Endpoints.All(endpoint => endpoint.Scheme is "http" or "https"), "an endpoint has another scheme");
            Check.That(etcd.Endpoints.All(endpoint => endpoint is { PathAndQuery: "/", Fragment: "", UserInfo: "" }), "an endpoint has more than host and port");
        }

        Check.Accepts<BackendUrlException>(() => _ = new InMemoryDriver(settings with { Time = new OwnWorld() }));
    }

    // What a connection is made to is made from the settings without a further check.
    private static void CheckEndPoints(RedisSettings redis)
    {
        foreach (RedisAddress address in redis.Sentinels.Prepend(redis.Server))
        {
            Check.That(address.ToEndPoint() is not null, "an address has no end point");
        }
    }

    // A store lives as long as its clock.
    private sealed class OwnWorld : TimeProvider;
}

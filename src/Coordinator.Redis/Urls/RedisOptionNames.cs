namespace RingPerf.Coordination.Redis;

/// <summary>The options of <c>redis://</c> URLs that any version of tooz knows.</summary>
internal static class RedisOptionNames
{
    internal const string Timeout = "timeout";
    internal const string MembershipTimeout = "membership_timeout";
    internal const string LockTimeout = "lock_timeout";
    internal const string Namespace = "namespace";
    internal const string Encoding = "encoding";
    internal const string Database = "db";
    internal const string SocketTimeout = "socket_timeout";
    internal const string SocketConnectTimeout = "socket_connect_timeout";
    internal const string SocketKeepAlive = "socket_keepalive";
    internal const string HealthCheckInterval = "health_check_interval";
    internal const string RetryOnTimeout = "retry_on_timeout";
    internal const string Executor = "executor";
    internal const string Ssl = "ssl";
    internal const string SslCertFile = "ssl_certfile";
    internal const string SslKeyFile = "ssl_keyfile";
    internal const string SslCaCerts = "ssl_ca_certs";
    internal const string Sentinel = "sentinel";
    internal const string SentinelFallback = "sentinel_fallback";
    internal const string SentinelUser = "sentinel_username";
    internal const string SentinelPassword = "sentinel_password";
    internal const string SentinelSsl = "sentinel_ssl";

    internal static readonly string[] All =
    [
        Timeout, MembershipTimeout, LockTimeout, Namespace, Encoding, Database, SocketTimeout, SocketConnectTimeout, SocketKeepAlive,
        HealthCheckInterval, RetryOnTimeout, Executor, Ssl, SslCertFile, SslKeyFile, SslCaCerts, Sentinel, SentinelFallback,
        SentinelUser, SentinelPassword, SentinelSsl,
    ];

    /// <summary>Options that mean something only where there is a sentinel.</summary>
    internal static readonly string[] OfSentinel = [SentinelFallback, SentinelUser, SentinelPassword, SentinelSsl];

    /// <summary>Options that mean something only with TLS.</summary>
    internal static readonly string[] OfTls = [SslCertFile, SslKeyFile, SslCaCerts];
}

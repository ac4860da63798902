using StackExchange.Redis;

namespace RingPerf.Coordination.Redis;

/// <summary>How the client is set up for a URL.</summary>
internal static class ClientOptions
{
    // Without subscriptions the client opens one connection instead of two.
    private static readonly CommandMap NoSubscriptions = CommandMap.Create(
        ["SUBSCRIBE", "UNSUBSCRIBE", "PSUBSCRIBE", "PUNSUBSCRIBE", "SSUBSCRIBE", "SUNSUBSCRIBE"], available: false);

    internal static ConfigurationOptions For(RedisSettings settings, RedisAddress server)
    {
        var options = new ConfigurationOptions
        {
            EndPoints = { server.ToEndPoint() },
            User = settings.Credentials.User,
            Password = settings.Credentials.Password,
            DefaultDatabase = settings.Database,
            AbortOnConnectFail = true,
            ConnectRetry = 1,
            ConnectTimeout = SocketTime.Milliseconds(settings.ConnectTimeout),
            AsyncTimeout = SocketTime.Milliseconds(settings.RequestTimeout),
            SyncTimeout = SocketTime.Milliseconds(settings.RequestTimeout),
            BacklogPolicy = BacklogPolicy.FailFast,
            ReconnectRetryPolicy = new NoReconnect(),
            CommandMap = NoSubscriptions,
            ConfigurationChannel = "",
            TieBreaker = "",
            ClientName = "ringperf",
            IncludeDetailInExceptions = false,
            Protocol = RedisProtocol.Resp2,
        };
        if (settings.KeepAlive is { } keepAlive)
        {
            options.TcpKeepAlive = keepAlive;
        }

        if (settings.HealthCheckInterval is { } interval)
        {
            options.KeepAlive = (int)Math.Clamp(interval.TotalSeconds, 1, int.MaxValue);
        }

        if (settings.Tls is { } tls)
        {
            options.Ssl = true;
            options.SslHost = server.Host;
            options.SslClientAuthenticationOptions = _ => tls.ToOptions(server.Host);
        }

        return options;
    }
}

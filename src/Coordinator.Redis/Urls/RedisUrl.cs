using System.Globalization;
using System.Text;

namespace RingPerf.Coordination.Redis;

/// <summary>Reads a <c>redis://</c> URL by the rules of tooz, and refuses what no version of it knows.</summary>
internal static class RedisUrl
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Reads the URL.</summary>
    /// <exception cref="BackendUrlException">It names no server, or an option is unknown or wrong.</exception>
    internal static RedisSettings Read(BackendUrl url)
    {
        url.RefuseOptionsBut(RedisOptionNames.All);
        TimeSpan timeout = url.GetSeconds(RedisOptionNames.Timeout) ?? DefaultTimeout;
        TimeSpan request = url.GetSeconds(RedisOptionNames.SocketTimeout) ?? timeout;
        TimeSpan membership = url.GetSeconds(RedisOptionNames.MembershipTimeout) ?? timeout;
        bool isTimeoutGiven = (url.GetOption(RedisOptionNames.Timeout) ?? url.GetOption(RedisOptionNames.SocketTimeout)) is not null;
        Encoding encoding = PythonEncoding.Find(url.GetOption(RedisOptionNames.Encoding) ?? PythonEncoding.Default);
        bool isTls = url.GetFlag(RedisOptionNames.Ssl) ?? false;
        bool isSentinelTls = url.GetFlag(RedisOptionNames.SentinelSsl) ?? false;
        _ = url.GetFlag(RedisOptionNames.RetryOnTimeout);
        TlsFiles? tls = isTls || isSentinelTls
            ? TlsFiles.Load(url, RedisOptionNames.SslCaCerts, RedisOptionNames.SslCertFile, RedisOptionNames.SslKeyFile)
            : null;
        string? primary = url.GetOption(RedisOptionNames.Sentinel);
        RedisAddress server = ReadServer(url, primary is not null);
        return new RedisSettings
        {
            Server = server,
            Sentinels = ReadSentinels(url, primary, server),
            PrimaryName = primary ?? "",
            Credentials = new RedisCredentials(NullIfEmpty(url.User), NullIfEmpty(url.Password)),
            SentinelCredentials = new RedisCredentials(
                url.GetOption(RedisOptionNames.SentinelUser), url.GetOption(RedisOptionNames.SentinelPassword)),
            Tls = isTls ? tls : null,
            SentinelTls = isSentinelTls ? tls : null,
            Database = ReadDatabase(url),
            Timeout = timeout,
            RequestTimeout = request < timeout ? request : timeout,
            ConnectTimeout = url.GetSeconds(RedisOptionNames.SocketConnectTimeout) ?? request,
            MembershipTimeout = membership,
            // One answer that does not come must not cost the membership where nobody has asked for a longer wait.
            BeatTimeout = isTimeoutGiven || membership / 3 > request ? (request < timeout ? request : timeout) : membership / 3,
            KeepAlive = url.GetFlag(RedisOptionNames.SocketKeepAlive),
            HealthCheckInterval = url.GetSeconds(RedisOptionNames.HealthCheckInterval),
            Namespace = ReadNamespace(url, encoding),
            Encoding = encoding,
            Ignored = [.. FindIgnored(url, tls is not null)],
        };
    }

    private static RedisAddress ReadServer(BackendUrl url, bool isSentinel)
    {
        if (url.Host.Length > 0)
        {
            int? port = url.Port ?? (isSentinel ? null : RedisAddress.DefaultPort);
            return port is not null
                ? RedisAddress.Tcp(url.Host, port.Value)
                : throw new BackendUrlException("A URL with the option 'sentinel' names a sentinel, so it must name its port.");
        }

        if (isSentinel)
        {
            throw new BackendUrlException("A URL with the option 'sentinel' must name the sentinel's host and port.");
        }

        return url.Path.Length > 1
            ? ReadSocket(url.Path)
            : throw new BackendUrlException("The URL names no server; it must be redis://host[:port] or redis:///path/of/socket.");
    }

    private static RedisAddress ReadSocket(string path)
    {
        try
        {
            var address = RedisAddress.Unix(path);
            _ = address.ToEndPoint();
            return address;
        }
        catch (ArgumentException)
        {
            // How long a path may be is the platform's to say.
            throw new BackendUrlException($"The URL's path '{path}' cannot be that of a unix socket; it is too long.");
        }
    }

    private static RedisAddress[] ReadSentinels(BackendUrl url, string? primary, RedisAddress first)
    {
        if (primary is not null)
        {
            return [first, .. url.GetOptions(RedisOptionNames.SentinelFallback).Select(ReadFallback)];
        }

        string? stray = RedisOptionNames.OfSentinel.FirstOrDefault(name => url.GetOption(name) is not null);
        return stray is null
            ? []
            : throw new BackendUrlException($"The option '{stray}' needs the option '{RedisOptionNames.Sentinel}' beside it.");
    }

    private static RedisAddress ReadFallback(string text)
    {
        int colon = text.LastIndexOf(':');
        string host = colon < 0 ? "" : text[..colon].Trim('[', ']');
        bool valid = int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port)
            && port is > 0 and <= ushort.MaxValue && host.Length > 0;
        return valid
            ? RedisAddress.Tcp(host, port)
            : throw new BackendUrlException(
                $"The option '{RedisOptionNames.SentinelFallback}' is '{text}'; it must be host:port, the port from 1 to 65535.");
    }

    private static int ReadDatabase(BackendUrl url)
    {
        string text = url.GetOption(RedisOptionNames.Database) ?? "0";
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int database)
            ? database
            : throw new BackendUrlException(
                $"The option '{RedisOptionNames.Database}' is '{text}'; it must be a whole number from 0.");
    }

    private static byte[] ReadNamespace(BackendUrl url, Encoding encoding)
    {
        string text = url.GetOption(RedisOptionNames.Namespace) ?? "_tooz";
        try
        {
            return encoding.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            throw new BackendUrlException(
                $"The option '{RedisOptionNames.Namespace}' is '{text}', which cannot be written in {encoding.WebName}.");
        }
    }

    private static IEnumerable<(string Option, string Reason)> FindIgnored(BackendUrl url, bool hasTls)
    {
        (string Option, string Reason)[] without =
        [
            (RedisOptionNames.LockTimeout, "this driver offers no locks"),
            (RedisOptionNames.Executor, "operations are asynchronous and need no executor"),
            (RedisOptionNames.RetryOnTimeout, "the next heartbeat or poll is the retry"),
            .. hasTls ? [] : RedisOptionNames.OfTls.Select(name => (name, "neither 'ssl' nor 'sentinel_ssl' is set")),
        ];
        foreach ((string option, string reason) in without)
        {
            if (url.GetOption(option) is not null)
            {
                yield return (option, reason);
            }
        }

        if (url is { Host.Length: > 0, Path.Length: > 1 })
        {
            yield return ("path", $"a database is chosen by the option '{RedisOptionNames.Database}'");
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

using System.Globalization;

namespace RingPerf.Coordination.Etcd;

/// <summary>What a URL says, checked.</summary>
internal sealed record EtcdOptions
{
    internal const string HttpScheme = "etcd3+http";
    internal const string HttpsScheme = "etcd3+https";
    internal const string GrpcScheme = "etcd3";

    /// <summary>What a socket can wait: its limits are milliseconds in an <see cref="int"/>.</summary>
    internal const int MaxSeconds = 2_000_000;

    private const string DefaultHost = "localhost";
    private const int DefaultPort = 2379;
    private const int DefaultSeconds = 30;

    private const string TimeoutOption = "timeout";
    private const string MembershipTimeoutOption = "membership_timeout";
    private const string LockTimeoutOption = "lock_timeout";
    private const string ApiVersionOption = "api_version";
    private const string CaOption = "ca_cert";
    private const string CertificateOption = "cert_cert";
    private const string KeyOption = "cert_key";
    private const string EndpointOption = "endpoint";

    private EtcdOptions(BackendUrl url)
    {
        url.RefuseOptionsBut(
            TimeoutOption, MembershipTimeoutOption, LockTimeoutOption, ApiVersionOption, CaOption, CertificateOption, KeyOption,
            EndpointOption);
        if (url.Path is not ("" or "/"))
        {
            throw new BackendUrlException(
                $"The URL has the path '{url.Path}'; etcd has none, so it must be {url.Scheme}://host[:port][?options].");
        }

        TimeoutSeconds = Seconds(url, TimeoutOption) ?? DefaultSeconds;
        MembershipSeconds = Seconds(url, MembershipTimeoutOption) ?? TimeoutSeconds;
        // One answer that does not come must not cost the membership where nobody has asked for a longer wait.
        BeatTimeout = TimeSpan.FromSeconds(
            url.GetOption(TimeoutOption) is null ? Math.Min(TimeoutSeconds, MembershipSeconds / 3.0) : TimeoutSeconds);
        bool anyFile = new[] { CaOption, CertificateOption, KeyOption }.Any(option => url.GetOption(option) is not null);
        bool secure = url.Scheme == HttpsScheme || (url.Scheme == GrpcScheme && anyFile);
        Tls = secure ? ReadTls(url) : null;
        Endpoints = [.. Addresses(url, secure ? "https" : "http")];
        (User, Password) = Login(url);
        Ignored = [.. url.Options.Select(option => option.Key).Distinct().Where(
            name => name is LockTimeoutOption or ApiVersionOption || (!secure && name is CaOption or CertificateOption or KeyOption))];
        GroupValueIsKey = url.Scheme != GrpcScheme;
    }

    /// <summary>The longest that an operation takes.</summary>
    internal int TimeoutSeconds { get; }

    /// <summary>The longest that a beat waits for its answer through the gateway.</summary>
    internal TimeSpan BeatTimeout { get; }

    /// <summary>How long a lease lives without a heartbeat.</summary>
    internal int MembershipSeconds { get; }

    /// <summary>Where etcd's members are, the URL's own host first.</summary>
    internal IReadOnlyList<Uri> Endpoints { get; }

    /// <summary>What TLS needs to know; null for plain connections.</summary>
    internal TlsFiles? Tls { get; }

    internal string? User { get; }

    internal string? Password { get; }

    /// <summary>Options given that tooz has and this driver has no use for.</summary>
    internal IReadOnlyList<string> Ignored { get; }

    /// <summary>Whether a group's key is stored as its own value, as tooz does through the gateway, or nothing is.</summary>
    internal bool GroupValueIsKey { get; }

    internal static EtcdOptions Of(DriverSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new EtcdOptions(settings.Url);
    }

    private static TlsFiles ReadTls(BackendUrl url) =>
        url.GetOption(CertificateOption) is null == url.GetOption(KeyOption) is null
            ? TlsFiles.Load(url, CaOption, CertificateOption, KeyOption)
            : throw new BackendUrlException("The options 'cert_cert' and 'cert_key' belong together; the URL has only one of them.");

    private static int? Seconds(BackendUrl url, string name)
    {
        if (url.GetOption(name) is not { } text)
        {
            return null;
        }

        bool valid = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            && seconds is > 0 and <= MaxSeconds;
        return valid
            ? seconds
            : throw new BackendUrlException(
                FormattableString.Invariant(
                    $"The option '{name}' is '{text}'; it must be a whole number of seconds from 1 to {MaxSeconds}."));
    }

    private static IEnumerable<Uri> Addresses(BackendUrl url, string scheme)
    {
        yield return Address(scheme, url.Host.Length == 0 ? DefaultHost : url.Host, url.Port);
        foreach (string text in url.GetOptions(EndpointOption))
        {
            // The host part of a URL of its own: one rule for every endpoint.
            var other = BackendUrl.Parse($"{scheme}://{text}");
            if (other is not { User: null, Path: "", Options.Count: 0 } || other.Host.Length == 0)
            {
                string shown = other.User is null ? text : $"***{text[text.LastIndexOf('@')..]}"; // A password is kept out of errors.
                throw new BackendUrlException($"The option '{EndpointOption}' is '{shown}'; it must be host[:port].");
            }

            yield return Address(scheme, other.Host, other.Port);
        }
    }

    private static Uri Address(string scheme, string host, int? port)
    {
        string written = host.Contains(':') ? $"[{host}]" : host;
        return Uri.TryCreate(FormattableString.Invariant($"{scheme}://{written}:{port ?? DefaultPort}"), UriKind.Absolute, out Uri? address)
            ? address
            : throw new BackendUrlException($"'{host}' is no host name or address.");
    }

    private static (string? User, string? Password) Login(BackendUrl url) => url switch
    {
        { User: null } => (null, null),
        { User.Length: > 0, Password.Length: > 0 } => (url.User, url.Password),
        _ => throw new BackendUrlException(
            "The URL has a user without a password, or a password without a user; etcd needs both, or none."),
    };
}

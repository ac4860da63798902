namespace RingPerf.Coordination;

/// <summary>Where a back end is and how to use it, in the form that tooz reads.</summary>
/// <remarks>
/// <para><c>scheme://[user:password@]host[:port][/path][?options]</c></para>
/// <para>One URL serves Python agents and these, so it is taken apart by Python's rules, not by <see cref="Uri"/>: the host part ends
/// at the first of <c>/ ? #</c>; what is left of its last <c>@</c> is user and password, split at the first <c>:</c> and not
/// percent-decoded; a fragment is dropped. Options are percent-decoded, <c>+</c> is a space, and one without a value is dropped.</para>
/// <para><see cref="ToString"/> has no secrets. Immutable.</para>
/// </remarks>
public sealed partial class BackendUrl
{
    private const string Separator = "://";

    private BackendUrl(string text, int schemeLength)
    {
        Scheme = text[..schemeLength].ToLowerInvariant();
        ReadOnlySpan<char> rest = text.AsSpan(schemeLength + Separator.Length);
        rest = Cut(rest, '#', out _);
        rest = Cut(rest, '?', out ReadOnlySpan<char> query);
        int slash = rest.IndexOf('/');
        ReadOnlySpan<char> authority = slash < 0 ? rest : rest[..slash];
        Path = slash < 0 ? "" : rest[slash..].ToString();

        int at = authority.LastIndexOf('@');
        CheckPassword(at < 0 ? authority : default, text.AsSpan(schemeLength + Separator.Length + authority.Length), Path);
        if (at >= 0)
        {
            User = Cut(authority[..at], ':', out ReadOnlySpan<char> password).ToString();
            Password = authority[..at].Contains(':') ? password.ToString() : null;
        }

        (Host, Port) = ParseHost(authority[(at + 1)..]);
        Options = ParseOptions(query);
    }

    /// <summary>The scheme in lower case, which chooses the driver.</summary>
    public string Scheme { get; }

    /// <summary>The user name as written; null where there is none, empty in <c>:password@host</c>.</summary>
    public string? User { get; }

    /// <summary>The password as written; null where there is none.</summary>
    public string? Password { get; }

    /// <summary>The host as written, an IPv6 address without its brackets; empty where there is none.</summary>
    public string Host { get; }

    /// <summary>The port; null where there is none.</summary>
    public int? Port { get; }

    /// <summary>The path from its slash on, as written; empty where there is none.</summary>
    public string Path { get; }

    /// <summary>The options in order, decoded; a name may repeat.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Options { get; }

    /// <summary>Takes a URL apart.</summary>
    /// <param name="url">The URL.</param>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    /// <returns>The parts of the URL.</returns>
    /// <exception cref="BackendUrlException">It has no scheme, its port is no number from 1 to 65535, or its password has one of <c>/ ? #</c>.</exception>
    public static BackendUrl Parse(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        int scheme = url.IndexOf(Separator, StringComparison.Ordinal);
        if (scheme <= 0 || !Uri.CheckSchemeName(url[..scheme]))
        {
            // The text itself may hold a password, so the message does not show it.
            throw new BackendUrlException("The back end's URL has no scheme; it must be scheme://host[:port][?options].");
        }

        return new BackendUrl(url, scheme);
    }

    /// <summary>The URL with user, password and the values of options named so replaced by <c>***</c>: fit for a log.</summary>
    /// <returns>The URL, with stars for secrets.</returns>
    public override string ToString()
    {
        string user = User is null ? "" : "***@";
        string host = Host.Contains(':') ? $"[{Host}]" : Host;
        string port = Port is null ? "" : FormattableString.Invariant($":{Port}");
        string options = string.Join('&', Options.Select(option => $"{option.Key}={(IsSecret(option.Key) ? "***" : option.Value)}"));
        return $"{Scheme}{Separator}{user}{host}{port}{Path}{(options.Length == 0 ? "" : "?")}{options}";
    }

    private static bool IsSecret(string option) =>
        option.Contains("password", StringComparison.OrdinalIgnoreCase) || option.Contains("username", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text, char at, out ReadOnlySpan<char> rest)
    {
        int index = text.IndexOf(at);
        rest = index < 0 ? default : text[(index + 1)..];
        return index < 0 ? text : text[..index];
    }
}

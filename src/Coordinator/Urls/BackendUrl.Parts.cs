using System.Globalization;

namespace RingPerf.Coordination;

public sealed partial class BackendUrl
{
    /// <summary>Refuses a password that ends the host part too early, before any message shows a piece of it.</summary>
    /// <param name="authority">The host part where it has no <c>@</c>.</param>
    /// <param name="rest">What follows it.</param>
    /// <param name="path">The path.</param>
    private static void CheckPassword(ReadOnlySpan<char> authority, ReadOnlySpan<char> rest, string path)
    {
        authority = authority[(authority.LastIndexOf(']') + 1)..];
        int colon = authority.LastIndexOf(':');
        bool isPort = colon >= 0 && !authority[(colon + 1)..].ContainsAnyExceptInRange('0', '9');
        if (colon >= 0 && rest.Contains('@') && (!isPort || path.Contains('@') || authority.EndsWith(":")))
        {
            throw new BackendUrlException(
                "The back end's URL has an @ behind the first of / ? #, which end user, password, host and port: a password cannot have one of them.");
        }
    }

    private static (string Host, int? Port) ParseHost(ReadOnlySpan<char> text)
    {
        int bracket = text.StartsWith("[") ? text.IndexOf(']') : -1;
        ReadOnlySpan<char> host = bracket > 0 ? text[1..bracket] : Cut(text, ':', out _);
        ReadOnlySpan<char> after = text[(bracket > 0 ? bracket + 1 : host.Length)..];
        if (after.IsEmpty || after is ":")
        {
            return (host.ToString(), null);
        }

        bool valid = after[0] == ':'
            & int.TryParse(after[1..], NumberStyles.None, CultureInfo.InvariantCulture, out int port)
            & port is > 0 and <= ushort.MaxValue;
        return valid
            ? (host.ToString(), port)
            : throw new BackendUrlException(
                $"The back end's URL has the port '{after.TrimStart(':')}'; it must be a number from 1 to 65535.");
    }

    private static List<KeyValuePair<string, string>> ParseOptions(ReadOnlySpan<char> query)
    {
        var options = new List<KeyValuePair<string, string>>();
        foreach (Range range in query.Split('&'))
        {
            string name = Decode(Cut(query[range], '=', out ReadOnlySpan<char> value));
            if (!value.IsEmpty)
            {
                options.Add(new KeyValuePair<string, string>(name, Decode(value)));
            }
        }

        return options;
    }

    private static string Decode(ReadOnlySpan<char> text) => Uri.UnescapeDataString(text.ToString().Replace('+', ' '));
}

using RingPerf.Coordination;
using RingPerf.Coordination.Etcd;
using RingPerf.Coordination.Redis;

namespace RingPerf.Fleet.Backends;

/// <summary>The text of an option to a driver that is not started.</summary>
internal static class BackendAddress
{
    private const string InProcessScheme = "memory";

    private static readonly CoordinationDriverRegistry Drivers = new CoordinationDriverRegistry().AddRedis().AddEtcd();

    /// <summary>The schemes that a URL may have.</summary>
    internal static string Schemes => string.Join(", ", Drivers.Schemes);

    /// <summary>Takes a URL apart.</summary>
    /// <param name="option">The option's name.</param>
    /// <param name="text">The URL.</param>
    /// <exception cref="FleetException">It is malformed, or has a scheme that no other process can read.</exception>
    internal static BackendUrl Parse(string option, string text)
    {
        if (HasAtAfterHost(text))
        {
            // What the parser would name as port or path is a part of the password.
            throw FleetException.BadInput($"{option} has a user or password with a '/', '?' or '#', which ends the host; it must have none");
        }

        try
        {
            var url = BackendUrl.Parse(text);
            return url.Scheme switch
            {
                InProcessScheme => throw FleetException.BadInput(
                    $"{option} is {InProcessScheme}://, whose groups live inside one process and cannot be read from another; the scheme must be one of {Schemes}"),
                _ when !Drivers.Schemes.Contains(url.Scheme) => throw FleetException.BadInput(
                    $"{option} has the scheme \"{url.Scheme}\"; it must be one of {Schemes}"),
                _ => url,
            };
        }
        catch (BackendUrlException e)
        {
            throw FleetException.BadInput($"{option}: {e.Message}", e);
        }
    }

    /// <summary>The driver of a URL, under a name drawn for this run, that leaves expired members where they are.</summary>
    /// <exception cref="FleetException">The driver refuses an option.</exception>
    internal static ICoordinationDriver Open(string option, BackendUrl url)
    {
        try
        {
            return Drivers.Create(new DriverSettings(url, MemberId.New()) { PurgesExpired = false });
        }
        catch (BackendUrlException e)
        {
            throw FleetException.BadInput($"{option}: {e.Message}", e);
        }
    }

    // An '@' in an option's value is none of a password before the host, unless what stands for the host's port is no number.
    private static bool HasAtAfterHost(string text)
    {
        int start = text.IndexOf("://", StringComparison.Ordinal) + 3;
        int end = start < 3 ? -1 : text.AsSpan(start).IndexOfAny("/?#");
        if (end < 0)
        {
            return false;
        }

        ReadOnlySpan<char> host = text.AsSpan(start, end);
        ReadOnlySpan<char> rest = text.AsSpan(start + end);
        int colon = host.LastIndexOf(':');
        bool isPort = colon < 0 || host[^1] == ']' || !host[(colon + 1)..].ContainsAnyExceptInRange('0', '9');
        int query = rest.IndexOf('?');
        return !host.Contains('@') && rest.Contains('@') && (!isPort || (query < 0 ? rest : rest[..query]).Contains('@'));
    }
}

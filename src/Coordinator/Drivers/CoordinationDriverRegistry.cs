using System.Collections.Concurrent;

namespace RingPerf.Coordination;

/// <summary>Chooses the driver of a back end by the scheme of its URL.</summary>
/// <remarks>Schemes are compared without case. Safe for any number of threads.</remarks>
public sealed class CoordinationDriverRegistry
{
    private readonly ConcurrentDictionary<string, Func<DriverSettings, ICoordinationDriver>> _factories =
        new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The schemes with a driver, ascending.</summary>
    public IReadOnlyList<string> Schemes => [.. _factories.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Adds a driver; the first one added for a scheme stays.</summary>
    /// <param name="scheme">The scheme, such as <c>redis</c> or <c>etcd3+http</c>.</param>
    /// <param name="factory">Makes a driver that is not started; refuses options it does not know by
    /// <see cref="BackendUrlException"/>.</param>
    /// <returns>This registry.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="scheme"/> is no scheme: a letter, then letters, digits, <c>+ - .</c></exception>
    public CoordinationDriverRegistry Add(string scheme, Func<DriverSettings, ICoordinationDriver> factory)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(factory);
        if (!Uri.CheckSchemeName(scheme))
        {
            throw new ArgumentException(
                $"'{scheme}' is no URL scheme: it must be a letter, then letters, digits, '+', '-' or '.'.", nameof(scheme));
        }

        _factories.TryAdd(scheme.ToLowerInvariant(), factory);
        return this;
    }

    /// <summary>Makes the driver of a URL, not started.</summary>
    /// <param name="settings">What it is made from.</param>
    /// <returns>A driver that is not started.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    /// <exception cref="BackendUrlException">No driver has the URL's scheme, or the driver refuses an option.</exception>
    public ICoordinationDriver Create(DriverSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        string scheme = settings.Url.Scheme;
        if (_factories.TryGetValue(scheme, out Func<DriverSettings, ICoordinationDriver>? factory))
        {
            return factory(settings);
        }

        string known = _factories.IsEmpty ? "none; register a driver first" : string.Join(", ", Schemes);
        throw new BackendUrlException($"No driver is registered for the scheme '{scheme}'; known schemes: {known}.");
    }
}

using System.Globalization;

namespace RingPerf.Coordination;

public sealed partial class BackendUrl
{
    /// <summary>The longest time that an option may give, in seconds: what a timer can wait.</summary>
    public const double MaxSeconds = 4_000_000;

    /// <summary>The shortest time that an option may give, in seconds: one tick of a timer.</summary>
    public const double MinSeconds = 0.001;

    /// <summary>An option's value; where its name repeats, the last.</summary>
    /// <param name="name">The name, with its case.</param>
    /// <returns>Null where it is absent.</returns>
    public string? GetOption(string name) => GetOptions(name).LastOrDefault();

    /// <summary>Every value of an option, in order.</summary>
    /// <param name="name">The name, with its case.</param>
    /// <returns>The values in the order of the URL; none where it is absent.</returns>
    public IEnumerable<string> GetOptions(string name) =>
        Options.Where(option => string.Equals(option.Key, name, StringComparison.Ordinal)).Select(option => option.Value);

    /// <summary>An option that is a time in seconds.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The time; null where the option is absent.</returns>
    /// <exception cref="BackendUrlException">The value is no number from <see cref="MinSeconds"/> to <see cref="MaxSeconds"/>.</exception>
    public TimeSpan? GetSeconds(string name)
    {
        if (GetOption(name) is not { } text)
        {
            return null;
        }

        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign;
        bool valid = double.TryParse(text, Style, CultureInfo.InvariantCulture, out double seconds)
            && seconds is >= MinSeconds and <= MaxSeconds;
        return valid
            ? TimeSpan.FromSeconds(seconds)
            : throw new BackendUrlException(
                FormattableString.Invariant(
                    $"The option '{name}' is '{text}'; it must be a number of seconds from {MinSeconds} to {MaxSeconds}."));
    }

    /// <summary>Refuses options that a driver does not know, so that a slip of the pen does not pass in silence.</summary>
    /// <param name="known">The names that it knows.</param>
    /// <exception cref="BackendUrlException">An option has another name.</exception>
    public void RefuseOptionsBut(params ReadOnlySpan<string> known)
    {
        foreach (KeyValuePair<string, string> option in Options)
        {
            if (!known.Contains(option.Key))
            {
                throw new BackendUrlException(
                    $"The scheme '{Scheme}' has no option '{option.Key}'; it knows {string.Join(", ", known!)}.");
            }
        }
    }
}

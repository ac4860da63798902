using System.Globalization;

namespace RingPerf.Analysis.Reports;

/// <summary>Numbers in sentences.</summary>
internal static class Wording
{
    private const double LeastShown = 0.001;

    /// <summary>A number with its noun: "1 node", "2,000 nodes".</summary>
    internal static string Count(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>A p-value, which is never shown as 0.</summary>
    internal static string Probability(double p) =>
        p < LeastShown ? "p < 0.001" : string.Create(CultureInfo.InvariantCulture, $"p = {p:0.000}");

    /// <summary>A span of time to the second, its greatest unit first: "48 s", "3 min 05 s", "1 h 02 min".</summary>
    internal static string Duration(TimeSpan time)
    {
        long seconds = (long)Math.Ceiling(time.TotalSeconds);
        return seconds < 60 ? $"{seconds} s"
            : seconds < 3600 ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} min {seconds % 60:00} s")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600} h {seconds % 3600 / 60:00} min");
    }
}

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
}

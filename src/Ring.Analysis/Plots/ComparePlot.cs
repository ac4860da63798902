using System.Globalization;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Plots;

/// <summary>Algorithms side by side, a bar each, one figure a question.</summary>
internal static class ComparePlot
{
    private const double BarWidth = 0.7;
    private const double Headroom = 1.1;

    internal static Chart[] Of(AlgorithmComparison comparison) =>
    [
        Bars(
            comparison,
            "compare-balance",
            comparison.LeftOut.Count > 0 ? "Greatest share of the keys over what the node's weight asks for" : "Greatest share of the keys over the mean share",
            "peak-to-mean",
            row => row.Bands.PeakToMean),
        Bars(comparison, "compare-lookup", "Time of one lookup, key's hash included", "ns", row => row.Bands.LookupNs),
        Bars(comparison, "compare-strays", "Keys that leave a node that stays, when half of the nodes go", "part of the keys", row => row.Bands.StrayOnResize),
    ];

    private static Chart Bars(AlgorithmComparison comparison, string name, string title, string unit, Func<AlgorithmRow, Quantiles> measure)
    {
        Bar[] bars =
        [
            .. comparison.Algorithms.Select((row, place) => new Bar(
                place + 1,
                BarWidth,
                measure(row).Median,
                Color.OfNode(place),
                string.Create(CultureInfo.InvariantCulture, $"{row.Name}: {measure(row).Median:0.###} ({measure(row).P05:0.###} to {measure(row).P95:0.###}) {unit}"))),
        ];
        double most = bars.Max(bar => bar.Y);
        return new Chart(
            name,
            title,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Bars of the median of {comparison.Seeds} runs with {comparison.Nodes} nodes and {comparison.Keys:N0} keys: {string.Join("; ", bars.Select(bar => bar.Hover))}."),
            new Axis(
                "algorithm", 0.4, bars.Length + 0.6, [.. comparison.Algorithms.Select((row, place) => new Tick(place + 1, row.Name))], Slanted: true),
            Axis.Linear(unit, 0, most > 0 ? most * Headroom : 1),
            [new BarMark(Color.Accent, null, bars)])
        {
            Caption = "Medians; their bands are in the table.",
        };
    }
}

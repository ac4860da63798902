using System.Globalization;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Plots;

/// <summary>Each node's share as a bar, greatest first, within the band that chance allows, real keys beside it.</summary>
internal static class OwnershipPlot
{
    private const int MostNames = 40;
    private const int MostUprightLetters = 60;
    private const int NameWidth = 14;

    internal static Chart Of(BalanceAnalysis balance, int replicas)
    {
        int n = balance.Nodes.Count;
        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(i => balance.Nodes[i].Share)];
        (double low, double high) = ExpectedBand(n, replicas);
        double keys = balance.KeySummary.Keys;
        double most = Math.Max(high, balance.Nodes.Max(node => Math.Max(node.Share, keys > 0 ? node.Keys / keys : 0)));
        var bars = new Bar[n];
        var dots = new Point[n];
        for (int place = 0; place < n; place++)
        {
            NodeBalance node = balance.Nodes[order[place]];
            double counted = keys > 0 ? node.Keys / keys : 0;
            string hover = string.Create(
                CultureInfo.InvariantCulture, $"{node.Node}: {node.Share:P3} of the circle, {node.Keys:N0} keys ({counted:P3}), {node.Points:N0} points");
            bars[place] = new Bar(place + 1, n > MostNames ? 1 : 0.8, 100 * node.Share, Color.OfNode(order[place]), hover);
            dots[place] = new Point(place + 1, 100 * counted, hover);
        }

        string[] names = Array.ConvertAll(order, i => PrintableText.Shortened(balance.Nodes[i].Node, NameWidth));
        double mean = 100.0 / n;
        var marks = new List<Mark>
        {
            new BarMark(Color.OfNode(0), null, bars),
            new BandMark(Color.Neutral with { Opacity = 0.3 }, "95 % of random shares", [new(0.3, 100 * low, 100 * high), new(n + 0.7, 100 * low, 100 * high)]),
            new LineMark(Color.Neutral, "mean", [new(0.3, mean), new(n + 0.7, mean)], Dashed: true),
        };
        if (keys > 0)
        {
            marks.Add(new DotMark(Color.Contrast, "share of the keys", dots));
        }

        return new Chart(
            "ownership",
            "Share of each node",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Bars of the exact share of each node, {n} in all, from {balance.Nodes.Min(node => node.Share):P2} to {balance.Nodes.Max(node => node.Share):P2}; the mean is {mean / 100:P2}."),
            Names(n, names),
            Axis.Linear("share (%)", 0, 100 * most * 1.08),
            marks);
    }

    /// <summary>The 2.5th and 97.5th percentile of a share under the Beta law of uniform points.</summary>
    internal static (double Low, double High) ExpectedBand(int nodes, int replicas) => nodes == 1
        ? (1, 1)
        : (BetaDistribution.Quantile(0.025, replicas, (nodes - 1.0) * replicas),
           BetaDistribution.Quantile(0.975, replicas, (nodes - 1.0) * replicas));

    private static Axis Names(int n, string[] names)
    {
        if (n > MostNames)
        {
            return Axis.Linear("nodes, greatest share first", 0.3, n + 0.7);
        }

        Tick[] ticks = [.. names.Select((name, place) => new Tick(place + 1, name))];
        return new Axis("node, greatest share first", 0.3, n + 0.7, ticks, Slanted: names.Sum(name => PrintableText.WidthOf(name) + 2) > MostUprightLetters);
    }
}

using System.Globalization;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Plots;

/// <summary>Each node's share as a bar, greatest first, within the band that chance allows its points, real keys beside it.</summary>
internal static class OwnershipPlot
{
    private const int MostNames = 40;
    private const int MostUprightLetters = 60;
    private const int NameWidth = 14;

    // The axis from before the first bar to behind the last.
    private const double Start = 0.3;
    private const double End = 0.7;

    internal static Chart Of(BalanceAnalysis balance)
    {
        int n = balance.Nodes.Count;
        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(i => balance.Nodes[i].Share)];
        double keys = balance.KeySummary.Keys;
        double most = balance.Nodes.Max(node => Math.Max(Math.Max(node.Share, node.Expected.High), keys > 0 ? node.Keys / keys : 0));
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
        ExpectedShare[] expected = Array.ConvertAll(order, i => balance.Nodes[i].Expected);
        bool weighted = balance.Summary.Weighted;
        var marks = new List<Mark>
        {
            new BarMark(Color.OfNode(0), null, bars),
            new BandMark(Color.Neutral with { Opacity = 0.3 }, "95 % of random shares", [.. Steps(expected, (x, share) => new Extent(x, 100 * share.Low, 100 * share.High))]),
            weighted
                ? new LineMark(Color.Neutral, "expected by points", [.. Steps(expected, (x, share) => new Point(x, 100 * share.Share))], Dashed: true)
                : new LineMark(Color.Neutral, "mean", [new(Start, mean), new(n + End, mean)], Dashed: true),
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
                $"Bars of the exact share of each node, {n} in all, from {balance.Nodes.Min(node => node.Share):P2} to {balance.Nodes.Max(node => node.Share):P2}; the mean is {mean / 100:P2}{(weighted ? ", and what is expected goes by each node's points" : "")}."),
            Names(n, names),
            Axis.Linear("share (%)", 0, 100 * most * 1.08),
            marks);
    }

    // A stair: each node's own level from half a place before it to half a place behind.
    private static IEnumerable<T> Steps<T>(ExpectedShare[] expected, Func<double, ExpectedShare, T> at)
    {
        for (int place = 0; place < expected.Length; place++)
        {
            bool begins = place == 0 || expected[place] != expected[place - 1];
            bool ends = place == expected.Length - 1 || expected[place] != expected[place + 1];
            if (begins)
            {
                yield return at(place == 0 ? Start : place + 0.5, expected[place]);
            }

            if (ends)
            {
                yield return at(place == expected.Length - 1 ? expected.Length + End : place + 1.5, expected[place]);
            }
        }
    }

    private static Axis Names(int n, string[] names)
    {
        if (n > MostNames)
        {
            return Axis.Linear("nodes, greatest share first", Start, n + End);
        }

        Tick[] ticks = [.. names.Select((name, place) => new Tick(place + 1, name))];
        return new Axis("node, greatest share first", Start, n + End, ticks, Slanted: names.Sum(name => PrintableText.WidthOf(name) + 2) > MostUprightLetters);
    }
}

using System.Text.Json.Serialization;

namespace RingPerf.Analysis.Statistics;

/// <summary>How a ring balances: exact shares from arcs, and counts of real keys beside them.</summary>
internal sealed record BalanceAnalysis(
    IReadOnlyList<NodeBalance> Nodes,
    BalanceSummary Summary,
    KeySummary KeySummary,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LoadSummary? LoadSummary)
{
    /// <summary>The balance of a ring with points and what keys bring to its nodes.</summary>
    internal static BalanceAnalysis Of(HashRing ring, KeyCounts counts)
    {
        long[] keys = counts.Keys;
        double[]? loads = counts.Loads is { } sums && sums.Sum() > 0 ? Array.ConvertAll(sums, load => load / sums.Sum()) : null;
        ulong[] lengths = new ulong[ring.Nodes.Count];
        ring.GetOwnedLengths(lengths);
        int[] points = new int[ring.Nodes.Count];
        foreach (int owner in ring.Owners)
        {
            points[owner]++;
        }

        ExpectedShare[] expected = ExpectedShare.Of(points);
        var nodes = new NodeBalance[ring.Nodes.Count];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = new NodeBalance(ring.Nodes[i], points[i], lengths[i] / (double)HashRing.CircleLength, keys[i], loads?[i], expected[i]);
        }

        ShareSummary shares = ShareSummary.Of(lengths);
        int[] labels = LabelCounts.Of(ring);
        int shadowed = labels.Sum() - ring.PointCount;
        var summary = new BalanceSummary(
            nodes.Length, ring.PointCount, shares.PeakToMean, shares.MinToMean, shares.Cv, shares.Gini, shadowed,
            Array.Exists(labels, count => count != labels[0]), nodes.Where(node => node.Points > 0).Max(node => node.Share / node.Expected.Share));
        return new BalanceAnalysis(nodes, summary, KeySummary.Of(keys, lengths), loads is null ? null : LoadSummary.Of(loads));
    }
}

/// <summary>One node's part of a ring.</summary>
/// <param name="Node">The node's name.</param>
/// <param name="Points">Positions it owns; fewer than its labels where it lost collisions.</param>
/// <param name="Share">Its exact part of the circle, 0 to 1.</param>
/// <param name="Keys">Number of the given keys it owns.</param>
/// <param name="Load">Its part of the weight of all keys, 0 to 1; null where all weigh the same.</param>
/// <param name="Expected">The share that random points would give it.</param>
internal sealed record NodeBalance(
    string Node,
    int Points,
    double Share,
    long Keys,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Load,
    ExpectedShare Expected);

/// <summary>Balance of the keys' weights.</summary>
/// <param name="PeakToMean">Greatest load over the mean load.</param>
/// <param name="MinToMean">Least load over the mean load.</param>
/// <param name="Cv">Population coefficient of variation of the loads.</param>
internal sealed record LoadSummary(double PeakToMean, double MinToMean, double Cv)
{
    /// <summary>The summary of loads that sum to 1.</summary>
    internal static LoadSummary Of(double[] loads)
    {
        double n = loads.Length;
        return new LoadSummary(loads.Max() * n, loads.Min() * n, Math.Sqrt(loads.Average(load => ((load * n) - 1) * ((load * n) - 1))));
    }
}

/// <summary>Balance over the exact shares.</summary>
/// <param name="Nodes">Number of distinct nodes.</param>
/// <param name="Points">Number of distinct positions.</param>
/// <param name="PeakToMean">Greatest share over the mean share.</param>
/// <param name="MinToMean">Least share over the mean share.</param>
/// <param name="Cv">Population coefficient of variation of the shares.</param>
/// <param name="Gini">Gini coefficient of the shares.</param>
/// <param name="Collisions">Labels that lost their position to another label.</param>
/// <param name="Weighted">Whether nodes are to have different numbers of points.</param>
/// <param name="PeakToExpected">Greatest share over the share that its node's points lead to expect.</param>
internal sealed record BalanceSummary(
    int Nodes,
    int Points,
    double PeakToMean,
    double MinToMean,
    double Cv,
    double Gini,
    int Collisions,
    bool Weighted,
    double PeakToExpected);

/// <summary>Balance of the counted keys; what zero keys leave undefined is null.</summary>
/// <param name="Keys">Number of keys.</param>
/// <param name="PeakToMean">Greatest count over the mean count.</param>
/// <param name="ChiSquare">Chi-square of the counts against the exact shares.</param>
/// <param name="DegreesOfFreedom">Nodes with a share, less one.</param>
/// <param name="PValue">Probability of a chi-square at least as great if the keys follow the shares.</param>
internal sealed record KeySummary(long Keys, double? PeakToMean, double? ChiSquare, int DegreesOfFreedom, double? PValue)
{
    internal static KeySummary Of(ReadOnlySpan<long> counts, ReadOnlySpan<ulong> lengths)
    {
        long keys = 0;
        long peak = 0;
        foreach (long count in counts)
        {
            keys += count;
            peak = Math.Max(peak, count);
        }

        ChiSquareTest test = ChiSquareTest.Of(counts, lengths);
        return keys == 0
            ? new KeySummary(0, null, null, test.DegreesOfFreedom, null)
            : new KeySummary(keys, peak * (double)counts.Length / keys, test.Statistic, test.DegreesOfFreedom, test.PValue);
    }
}

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
        double all = counts.Loads?.Sum() ?? 0;
        double[]? loads = all > 0 ? Array.ConvertAll(counts.Loads!, load => load / all) : null;
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

    /// <summary>A part of the whole over the node's fair part: the mean, or with weights what its points lead to expect; null without points then.</summary>
    internal double? OfFair(NodeBalance node, double part) =>
        !Summary.Weighted ? part * Nodes.Count
        : node.Points > 0 ? part / node.Expected.Share
        : null;
}

namespace RingPerf.Algorithms.Tests;

/// <summary>Seeded keys and numbered nodes.</summary>
internal static class Inputs
{
    internal static string[] Nodes(int count) => [.. Enumerable.Range(0, count).Select(node => $"node-{node}")];

    internal static ulong[] Keys(int count)
    {
        var random = new Random(20_140_801);
        return [.. Enumerable.Range(0, count).Select(_ => unchecked((ulong)random.NextInt64(long.MinValue, long.MaxValue)))];
    }

    /// <summary>Keys of each node.</summary>
    internal static int[] Counts(INodeSelector selector, ulong[] keys)
    {
        int[] counts = new int[selector.Nodes.Count];
        foreach (ulong key in keys)
        {
            counts[selector.GetNodeIndex(key)]++;
        }

        return counts;
    }

    /// <summary>How far counts are from even ones: chi-square with one degree of freedom less than there are nodes.</summary>
    internal static double ChiSquare(int[] counts)
    {
        double expected = counts.Average();
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }
}

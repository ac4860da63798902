using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Rivals;

/// <summary>Nodes and keys of a comparison's runs: the user's own, the same in every run, or fresh random ones.</summary>
/// <param name="Nodes">Number of nodes.</param>
/// <param name="Keys">Number of keys.</param>
/// <param name="OwnNodes">The user's nodes, each once; null for random ones.</param>
/// <param name="OwnKeys">The user's keys; null for random ones.</param>
internal sealed record ComparedInput(int Nodes, int Keys, RingNode[]? OwnNodes, MemoryKeys? OwnKeys)
{
    /// <summary>What the keys are.</summary>
    internal string KeyDescription => OwnKeys?.Description ?? "random UUIDs";

    /// <summary>Random nodes and keys of these numbers.</summary>
    internal static ComparedInput Random(int nodes, int keys) => new(nodes, keys, null, null);

    /// <summary>The nodes of a run, and the name of one that comes.</summary>
    internal (RingNode[] Nodes, string Newcomer) NodesOf(ulong seed)
    {
        string[] names = SweptRing.Names(OwnNodes is null ? Nodes + 1 : 1, seed);
        return (OwnNodes ?? [.. names[..^1].Select(name => new RingNode(name))], names[^1]);
    }

    /// <summary>The keys of a run.</summary>
    internal KeySource KeysOf(ulong seed) => OwnKeys ?? (KeySource)new SeededKeys(Keys, SplitMix64.Mix(seed));

    /// <summary>What part of the keys each node should have.</summary>
    internal double[] FairParts()
    {
        if (OwnNodes is null)
        {
            return [.. Enumerable.Repeat(1.0 / Nodes, Nodes)];
        }

        double sum = OwnNodes.Sum(node => node.Weight);
        return Array.ConvertAll(OwnNodes, node => node.Weight / sum);
    }
}

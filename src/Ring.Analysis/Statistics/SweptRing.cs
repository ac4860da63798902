using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Statistics;

/// <summary>What a sweep keeps of one ring.</summary>
/// <param name="Summary">Evenness of its exact shares; not numbers where it has no points.</param>
/// <param name="Lengths">Positions that each node owns.</param>
/// <param name="Arcs">Lengths of its arcs.</param>
/// <param name="Points">Points of each node.</param>
internal sealed record SweptRing(ShareSummary Summary, ulong[] Lengths, ArcHistogram Arcs, int Points)
{
    /// <summary>A ring of UUID-named nodes; the same for the same seed.</summary>
    internal static SweptRing Draw(int nodes, HashRingOptions options, ulong seed)
    {
        // No key is looked up, so no index is built.
        var ring = new HashRing(Names(nodes, seed), options with { Search = SearchAlgorithm.Binary });
        ulong[] lengths = new ulong[nodes];
        ring.GetOwnedLengths(lengths);
        return new SweptRing(ShareSummary.Of(lengths), lengths, ArcHistogram.Of(ring), ring.GetReplicas(0));
    }

    /// <summary>Seeded names of nodes.</summary>
    internal static string[] Names(int nodes, ulong seed)
    {
        var uuids = new SeededUuids(seed);
        string[] names = new string[nodes];
        for (int i = 0; i < nodes; i++)
        {
            names[i] = uuids.Next().ToString();
        }

        return names;
    }
}

using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Rivals;

/// <summary>One way to give keys to nodes, as a comparison sees it.</summary>
internal abstract class Rival
{
    /// <summary>The nodes; an answer is an index into this list.</summary>
    internal abstract IReadOnlyList<string> Nodes { get; }

    /// <summary>Bytes of its tables.</summary>
    internal abstract long Bytes { get; }

    /// <summary>Starts to place keys, none of which is placed yet; what came before matters only where loads are bounded.</summary>
    internal abstract KeyPlacing Place();

    /// <summary>The same with one node more, of weight 1.</summary>
    internal abstract Rival Add(string node);

    /// <summary>The same without a node.</summary>
    internal abstract Rival Remove(string node);

    /// <summary>Nanoseconds of one lookup.</summary>
    /// <param name="keys">Number of random keys that are placed meanwhile, where that matters.</param>
    internal abstract Quantiles MeasureLookup(int keys);
}

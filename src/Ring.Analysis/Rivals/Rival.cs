using RingPerf.Algorithms;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Rivals;

/// <summary>One way to give keys to nodes, as a comparison sees it.</summary>
internal abstract class Rival
{
    /// <summary>The nodes; an answer is an index into this list.</summary>
    internal abstract IReadOnlyList<string> Nodes { get; }

    /// <summary>Bytes of its tables.</summary>
    internal abstract long Bytes { get; }

    /// <summary>The node of a key.</summary>
    internal abstract int Find(ReadOnlySpan<byte> utf8);

    /// <summary>The same with one node more.</summary>
    internal abstract Rival Add(string node);

    /// <summary>The same without a node.</summary>
    internal abstract Rival Remove(string node);

    /// <summary>Nanoseconds of one lookup.</summary>
    internal abstract Quantiles MeasureLookup();

    /// <summary>The ring itself.</summary>
    internal sealed class OfRing(HashRing ring) : Rival
    {
        internal override IReadOnlyList<string> Nodes => ring.Nodes;

        internal override long Bytes => ring.MemoryBytes;

        internal override int Find(ReadOnlySpan<byte> utf8) => ring.GetNodeIndex(utf8);

        internal override Rival Add(string node) => new OfRing(ring.Add(node));

        internal override Rival Remove(string node) => new OfRing(ring.Remove(node));

        internal override Quantiles MeasureLookup() => Timing.LookupNanoseconds(new Lookup(ring));

        private readonly struct Lookup(HashRing ring) : ILookup
        {
            public int Find(ReadOnlySpan<byte> utf8) => ring.GetNodeIndex(utf8);
        }
    }

    /// <summary>An algorithm on keys hashed by XXH64; one that keeps no history is built anew for a change.</summary>
    internal sealed class OfSelector(INodeSelector selector, Func<IEnumerable<string>, INodeSelector> build) : Rival
    {
        internal override IReadOnlyList<string> Nodes => selector.Nodes;

        internal override long Bytes => selector.MemoryBytes;

        internal override int Find(ReadOnlySpan<byte> utf8) => selector.GetNodeIndex(utf8);

        internal override Rival Add(string node) =>
            new OfSelector(selector is IResizableSelector resizable ? resizable.Add(node) : build([.. Nodes, node]), build);

        internal override Rival Remove(string node) =>
            new OfSelector(selector is IResizableSelector resizable ? resizable.Remove(node) : build(Nodes.Where(other => other != node)), build);

        internal override Quantiles MeasureLookup() => Timing.LookupNanoseconds(new Lookup(selector));

        private readonly struct Lookup(INodeSelector selector) : ILookup
        {
            public int Find(ReadOnlySpan<byte> utf8) => selector.GetNodeIndex(utf8);
        }
    }
}

using RingPerf.Algorithms;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Rivals;

/// <summary>An algorithm on keys hashed by XXH64; one that keeps no history is built anew for a change.</summary>
internal sealed class SelectorRival : Rival
{
    private readonly INodeSelector _selector;
    private readonly RingNode[] _given;
    private readonly Func<RingNode[], INodeSelector> _build;

    internal SelectorRival(RingNode[] nodes, Func<RingNode[], INodeSelector> build)
        : this(build(nodes), nodes, build)
    {
    }

    private SelectorRival(INodeSelector selector, RingNode[] given, Func<RingNode[], INodeSelector> build) =>
        (_selector, _given, _build) = (selector, given, build);

    internal override IReadOnlyList<string> Nodes => _selector.Nodes;

    internal override long Bytes => _selector.MemoryBytes;

    internal override KeyPlacing Place() => _selector.GetNodeIndex;

    internal override Rival Add(string node)
    {
        RingNode[] given = [.. _given, new RingNode(node)];
        return new SelectorRival(_selector is IResizableSelector resizable ? resizable.Add(node) : _build(given), given, _build);
    }

    internal override Rival Remove(string node)
    {
        RingNode[] given = [.. _given.Where(other => other.Name != node)];
        return new SelectorRival(_selector is IResizableSelector resizable ? resizable.Remove(node) : _build(given), given, _build);
    }

    internal override Quantiles MeasureLookup(int keys) => Timing.LookupNanoseconds(new Lookup(_selector));

    private readonly struct Lookup(INodeSelector selector) : ILookup
    {
        public int Find(ReadOnlySpan<byte> utf8) => selector.GetNodeIndex(utf8);
    }
}

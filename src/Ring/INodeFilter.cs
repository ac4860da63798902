namespace RingPerf;

/// <summary>Which nodes a preference list may name.</summary>
/// <remarks>Implement it as a struct: the walk is then compiled for it, without a virtual call. A <c>ref struct</c> may hold spans.</remarks>
public interface INodeFilter
{
    /// <summary>Whether a node may be named.</summary>
    /// <param name="node">An index into <see cref="HashRing.Nodes"/>; each node is asked about at most once a list.</param>
    /// <returns>Whether it may; false passes it by.</returns>
    bool Accepts(int node);
}

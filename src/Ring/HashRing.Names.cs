namespace RingPerf;

public sealed partial class HashRing
{
    /// <summary>Index of a node into <see cref="Nodes"/>, or -1 where it is not in the ring.</summary>
    /// <param name="node">The node's name.</param>
    /// <remarks>Allocates nothing. O(length of the name).</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <returns>The index, or -1.</returns>
    public int IndexOf(string node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return _order.IndexOf(node);
    }
}

namespace RingPerf.Algorithms;

/// <summary>A selector whose answers after a change depend on the changes before it, so that it cannot be built anew instead.</summary>
public interface IResizableSelector : INodeSelector
{
    /// <summary>The selector with one node more; this one stays as it is.</summary>
    /// <param name="node">A name that is not among the nodes.</param>
    /// <returns>A selector over the nodes and this one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException">The node is there already.</exception>
    /// <exception cref="InvalidOperationException">There is no room for one more.</exception>
    IResizableSelector Add(string node);

    /// <summary>The selector without one of its nodes; this one stays as it is.</summary>
    /// <param name="node">A name that is among the nodes.</param>
    /// <returns>A selector over the other nodes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such node.</exception>
    IResizableSelector Remove(string node);
}

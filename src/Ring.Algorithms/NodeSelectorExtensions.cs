namespace RingPerf.Algorithms;

/// <summary>Lookups by text.</summary>
public static class NodeSelectorExtensions
{
    /// <summary>The node of a text.</summary>
    /// <param name="selector">Gives nodes to keys.</param>
    /// <param name="key">The text; a lone surrogate counts as U+FFFD.</param>
    /// <returns>An index into the selector's nodes, -1 where there are none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="selector"/> is null.</exception>
    public static int GetNodeIndex(this INodeSelector selector, ReadOnlySpan<char> key)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return selector.GetNodeIndex(KeyHash.Of(key));
    }

    /// <summary>The node of UTF-8 bytes.</summary>
    /// <param name="selector">Gives nodes to keys.</param>
    /// <param name="utf8">The text.</param>
    /// <returns>An index into the selector's nodes, -1 where there are none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="selector"/> is null.</exception>
    public static int GetNodeIndex(this INodeSelector selector, ReadOnlySpan<byte> utf8)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return selector.GetNodeIndex(KeyHash.Of(utf8));
    }
}

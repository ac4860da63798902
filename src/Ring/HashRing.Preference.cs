using RingPerf.Preference;

namespace RingPerf;

public sealed partial class HashRing
{
    /// <summary>The first distinct nodes in ring order from a key's owner on: where its copies go.</summary>
    /// <param name="key">The key's text, hashed as UTF-8.</param>
    /// <param name="nodes">Receives indexes into <see cref="Nodes"/>, the owner first; its length is the number asked for.</param>
    /// <returns>The number written: fewer than asked for only where fewer nodes own a point, 0 on an empty ring.</returns>
    /// <remarks>A shorter list is the head of a longer one. A node that leaves the ring drops out of the lists that hold it and changes no
    /// other; the rest of those lists stays in order, but for nodes that regain a point it had won from them. Allocates nothing.
    /// Looks at the points up to the last node found, about one a node while lists are short against the ring, and never more
    /// than one turn.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> has a lone surrogate.</exception>
    public int GetNodes(string key, Span<int> nodes) => GetNodesAt(GetPosition(key), nodes);

    /// <inheritdoc cref="GetNodes(string, Span{int})"/>
    public int GetNodes(ReadOnlySpan<char> key, Span<int> nodes) => GetNodesAt(GetPosition(key), nodes);

    /// <param name="utf8">The key's UTF-8 text; the bytes are hashed as given, unvalidated.</param>
    /// <param name="nodes">Receives indexes into <see cref="Nodes"/>, the owner first; its length is the number asked for.</param>
    /// <inheritdoc cref="GetNodes(string, Span{int})"/>
    public int GetNodes(ReadOnlySpan<byte> utf8, Span<int> nodes) => GetNodesAt(GetPosition(utf8), nodes);

    /// <param name="position">A place on the circle; one that carries a point belongs to the next point.</param>
    /// <param name="nodes">Receives indexes into <see cref="Nodes"/>, the owner first; its length is the number asked for.</param>
    /// <inheritdoc cref="GetNodes(string, Span{int})"/>
    public int GetNodesAt(uint position, Span<int> nodes) =>
        PointCount == 0 ? 0 : PreferenceList.Fill(Owners, Nodes.Count, _core.FindPoint(position), nodes, out _);

    /// <summary>The first distinct nodes in ring order from a key's owner on, without some.</summary>
    /// <param name="key">The key's text, hashed as UTF-8.</param>
    /// <param name="nodes">Receives indexes into <see cref="Nodes"/>; its length is the number asked for.</param>
    /// <param name="excluded">Indexes of nodes to leave out, in any order; may repeat.</param>
    /// <returns>The number written: fewer than asked for only where fewer nodes are left that own a point.</returns>
    /// <remarks>The list without exclusions, those left out. Allocates nothing. Never more than one turn, and no step once every node
    /// has been met or left out.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> has a lone surrogate, or <paramref name="nodes"/> overlaps
    /// <paramref name="excluded"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An element of <paramref name="excluded"/> is no index of a node.</exception>
    public int GetNodes(string key, Span<int> nodes, ReadOnlySpan<int> excluded) => GetNodesAt(GetPosition(key), nodes, excluded);

    /// <inheritdoc cref="GetNodes(string, Span{int}, ReadOnlySpan{int})"/>
    public int GetNodes(ReadOnlySpan<char> key, Span<int> nodes, ReadOnlySpan<int> excluded) =>
        GetNodesAt(GetPosition(key), nodes, excluded);

    /// <param name="utf8">The key's UTF-8 text; the bytes are hashed as given, unvalidated.</param>
    /// <param name="nodes">Receives indexes into <see cref="Nodes"/>; its length is the number asked for.</param>
    /// <param name="excluded">Indexes of nodes to leave out, in any order; may repeat.</param>
    /// <inheritdoc cref="GetNodes(string, Span{int}, ReadOnlySpan{int})"/>
    public int GetNodes(ReadOnlySpan<byte> utf8, Span<int> nodes, ReadOnlySpan<int> excluded) =>
        GetNodesAt(GetPosition(utf8), nodes, excluded);

    /// <param name="position">A place on the circle; one that carries a point belongs to the next point.</param>
    /// <param name="nodes">Receives indexes into <see cref="Nodes"/>; its length is the number asked for.</param>
    /// <param name="excluded">Indexes of nodes to leave out, in any order; may repeat.</param>
    /// <inheritdoc cref="GetNodes(string, Span{int}, ReadOnlySpan{int})"/>
    public int GetNodesAt(uint position, Span<int> nodes, ReadOnlySpan<int> excluded)
    {
        for (int i = 0; i < excluded.Length; i++)
        {
            if ((uint)excluded[i] >= (uint)Nodes.Count)
            {
                Throw.ElementOutOfRange(nameof(excluded), i, excluded[i], Nodes.Count);
            }
        }

        if (nodes.Overlaps(excluded))
        {
            Throw.DestinationOverlaps(nameof(nodes), nameof(excluded));
        }

        return PointCount == 0
            ? 0
            : PreferenceList.Fill(Owners, Nodes.Count, _core.FindPoint(position), excluded, default(EveryNode), nodes, out _);
    }

    /// <summary>The first distinct nodes in ring order from a key's owner on that a filter accepts.</summary>
    /// <typeparam name="TFilter">A struct, so that the walk is compiled for it; a ref struct may hold spans.</typeparam>
    /// <param name="key">The key's text, hashed as UTF-8.</param>
    /// <param name="nodes">Receives indexes into <see cref="Nodes"/>; its length is the number asked for.</param>
    /// <param name="filter">Asked once about each node met, in ring order, until enough are found; what it throws is passed on.</param>
    /// <returns>The number written: fewer than asked for only where fewer nodes that own a point were accepted.</returns>
    /// <remarks>Allocates nothing. Never more than one turn, and no step once every node has been met.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> has a lone surrogate.</exception>
    public int GetNodes<TFilter>(string key, Span<int> nodes, TFilter filter)
        where TFilter : struct, INodeFilter, allows ref struct => GetNodesAt(GetPosition(key), nodes, filter);

    /// <inheritdoc cref="GetNodes{TFilter}(string, Span{int}, TFilter)"/>
    public int GetNodes<TFilter>(ReadOnlySpan<char> key, Span<int> nodes, TFilter filter)
        where TFilter : struct, INodeFilter, allows ref struct => GetNodesAt(GetPosition(key), nodes, filter);

    /// <param name="utf8">The key's UTF-8 text; the bytes are hashed as given, unvalidated.</param>
    /// <param name="nodes">Receives indexes into <see cref="Nodes"/>; its length is the number asked for.</param>
    /// <param name="filter">Asked once about each node met, in ring order, until enough are found; what it throws is passed on.</param>
    /// <inheritdoc cref="GetNodes{TFilter}(string, Span{int}, TFilter)"/>
    public int GetNodes<TFilter>(ReadOnlySpan<byte> utf8, Span<int> nodes, TFilter filter)
        where TFilter : struct, INodeFilter, allows ref struct => GetNodesAt(GetPosition(utf8), nodes, filter);

    /// <param name="position">A place on the circle; one that carries a point belongs to the next point.</param>
    /// <param name="nodes">Receives indexes into <see cref="Nodes"/>; its length is the number asked for.</param>
    /// <param name="filter">Asked once about each node met, in ring order, until enough are found; what it throws is passed on.</param>
    /// <inheritdoc cref="GetNodes{TFilter}(string, Span{int}, TFilter)"/>
    public int GetNodesAt<TFilter>(uint position, Span<int> nodes, TFilter filter)
        where TFilter : struct, INodeFilter, allows ref struct =>
        PointCount == 0 ? 0 : PreferenceList.Fill(Owners, Nodes.Count, _core.FindPoint(position), [], filter, nodes, out _);
}

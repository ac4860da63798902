using System.Diagnostics;

namespace RingPerf.Preference;

/// <summary>A set of node indexes as a bitmap in the caller's memory.</summary>
internal ref struct NodeSet
{
    private const int WordBits = 64;

    private readonly Span<ulong> _words;
    private readonly int _nodes;

    /// <summary>An empty set of indexes below a number.</summary>
    /// <param name="words">Memory of <see cref="WordsFor"/> words, cleared here.</param>
    /// <param name="nodes">The number of nodes.</param>
    internal NodeSet(Span<ulong> words, int nodes)
    {
        Debug.Assert(words.Length >= WordsFor(nodes));
        _words = words;
        _nodes = nodes;
        Clear();
    }

    /// <summary>Nodes that are not in the set.</summary>
    internal int Missing { get; private set; }

    /// <summary>Words that the set of so many nodes takes.</summary>
    internal static int WordsFor(int nodes) => (nodes + WordBits - 1) / WordBits;

    /// <summary>Puts a node in; false where it was in.</summary>
    internal bool Add(int node)
    {
        ref ulong word = ref _words[(int)((uint)node / WordBits)];
        ulong bit = 1UL << node;
        if ((word & bit) != 0)
        {
            return false;
        }

        word |= bit;
        Missing--;
        return true;
    }

    internal void Clear()
    {
        _words.Clear();
        Missing = _nodes;
    }
}

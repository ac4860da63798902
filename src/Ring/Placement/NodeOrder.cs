using RingPerf.Keys;

namespace RingPerf.Placement;

/// <summary>The distinct nodes of a ring and which of two wins a shared position.</summary>
/// <remarks>A node's index is its place by first occurrence. Its rank says who wins: the greater rank owns.</remarks>
internal sealed class NodeOrder
{
    private readonly Dictionary<string, int> _indexes;

    private NodeOrder(string[] names, int[] ranks, Dictionary<string, int> indexes)
    {
        Names = names;
        Ranks = ranks;
        _indexes = indexes;
    }

    /// <summary>Distinct names by first occurrence.</summary>
    internal string[] Names { get; }

    /// <summary>Rank of each node by index, a permutation of 0 to n - 1.</summary>
    internal int[] Ranks { get; }

    /// <summary>Reads the given order, in which a name may stand several times.</summary>
    /// <exception cref="ArgumentNullException">The sequence or an element is null.</exception>
    internal static NodeOrder Of(IEnumerable<string> nodes, CollisionRule rule)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new List<string>();
        var lastSeen = new List<int>();
        int occurrence = 0;
        foreach (string? node in nodes)
        {
            if (node is null)
            {
                Throw.NullElement(nameof(nodes), occurrence);
            }

            if (indexes.TryAdd(node, names.Count))
            {
                names.Add(node);
                lastSeen.Add(occurrence);
            }
            else
            {
                lastSeen[indexes[node]] = occurrence;
            }

            occurrence++;
        }

        return new NodeOrder([.. names], RanksOf([.. names], [.. lastSeen], rule), indexes);
    }

    /// <summary>Distinct names and a permutation of ranks, as an order had them.</summary>
    internal static NodeOrder Restore(string[] names, int[] ranks) => new(names, ranks, Index(names));

    /// <summary>Index of <paramref name="node"/>, or -1.</summary>
    internal int IndexOf(string node) => _indexes.GetValueOrDefault(node, -1);

    /// <summary>The node of each rank.</summary>
    internal int[] ByRank()
    {
        int[] nodes = new int[Ranks.Length];
        for (int node = 0; node < nodes.Length; node++)
        {
            nodes[Ranks[node]] = node;
        }

        return nodes;
    }

    /// <summary>The order with one node more, given last.</summary>
    internal NodeOrder Append(string node, CollisionRule rule)
    {
        string[] names = [.. Names, node];
        return new NodeOrder(names, RanksOf(names, [.. Ranks, Names.Length], rule), Index(names));
    }

    /// <summary>The order without the node at <paramref name="index"/>; those behind it move up by one.</summary>
    internal NodeOrder Without(int index)
    {
        string[] names = [.. Names[..index], .. Names[(index + 1)..]];
        int gone = Ranks[index];
        int[] ranks = Array.ConvertAll([.. Ranks[..index], .. Ranks[(index + 1)..]], rank => rank > gone ? rank - 1 : rank);
        return new NodeOrder(names, ranks, Index(names));
    }

    private static Dictionary<string, int> Index(string[] names)
    {
        var indexes = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            indexes.Add(names[i], i);
        }

        return indexes;
    }

    private static int[] RanksOf(string[] names, int[] lastSeen, CollisionRule rule)
    {
        int[] ascending = new int[names.Length];
        for (int i = 0; i < ascending.Length; i++)
        {
            ascending[i] = i;
        }

        if (rule == CollisionRule.Canonical)
        {
            byte[][] utf8 = Array.ConvertAll(names, name => StrictUtf8.NodeBytes(name, "nodes"));
            Array.Sort(ascending, (x, y) => utf8[x].AsSpan().SequenceCompareTo(utf8[y]));
        }
        else
        {
            Array.Sort(ascending, (x, y) => lastSeen[x].CompareTo(lastSeen[y]));
        }

        int[] ranks = new int[names.Length];
        for (int rank = 0; rank < ranks.Length; rank++)
        {
            ranks[ascending[rank]] = rank;
        }

        return ranks;
    }
}

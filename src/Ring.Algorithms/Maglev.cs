namespace RingPerf.Algorithms;

/// <summary>Maglev hashing: nodes take turns to fill a table, each in the order of its own permutation. One read a lookup and
/// even shares; a change moves a few keys more than it must.</summary>
/// <remarks>O(1) a lookup; building is O(m log m) on average for a table of m. Source: Eisenbud et al., "Maglev: A Fast and
/// Reliable Software Network Load Balancer", NSDI 2016, section 3.4,
/// https://www.usenix.org/conference/nsdi16/technical-sessions/presentation/eisenbud.</remarks>
public sealed class Maglev : INodeSelector
{
    /// <summary>The paper's smaller table.</summary>
    public const int DefaultTableSize = 65537;

    private const int Free = -1;
    private const int OffsetSeed = 0;
    private const int SkipSeed = 1;

    private readonly int[] _table;

    /// <summary>Fills the table.</summary>
    /// <param name="nodes">The nodes; their order decides who is first in a turn.</param>
    /// <param name="tableSize">A prime above the number of nodes; a hundred times it keeps shares within one percent.</param>
    /// <exception cref="ArgumentNullException"><paramref name="nodes"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tableSize"/> is no prime, or not above the number of nodes.</exception>
    public Maglev(IEnumerable<string> nodes, int tableSize = DefaultTableSize)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        string[] names = [.. nodes];
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(tableSize, names.Length);
        if (!IsPrime(tableSize))
        {
            throw new ArgumentOutOfRangeException(nameof(tableSize), tableSize, "The table's size must be a prime, or a permutation would not reach all of it.");
        }

        Nodes = Array.AsReadOnly(names);
        _table = names.Length == 0 ? [] : Populate(names, tableSize);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes { get; }

    /// <summary>The node of each entry of the table, empty where there are no nodes.</summary>
    public ReadOnlySpan<int> Table => _table;

    /// <inheritdoc/>
    public long MemoryBytes => (long)_table.Length * sizeof(int);

    /// <inheritdoc/>
    public int GetNodeIndex(ulong key) => _table.Length == 0 ? -1 : _table[key % (uint)_table.Length];

    private static int[] Populate(string[] names, int size)
    {
        int[] table = new int[size];
        Array.Fill(table, Free);
        uint[] next = Array.ConvertAll(names, name => (uint)(KeyHash.Of(name, OffsetSeed) % (uint)size));
        uint[] skip = Array.ConvertAll(names, name => (uint)(KeyHash.Of(name, SkipSeed) % (uint)(size - 1)) + 1);
        for (int filled = 0; filled < size; filled++)
        {
            int node = filled % names.Length;
            while (table[next[node]] != Free)
            {
                next[node] = (next[node] + skip[node]) % (uint)size;
            }

            table[next[node]] = node;
        }

        return table;
    }

    private static bool IsPrime(int number)
    {
        for (long divisor = 2; divisor * divisor <= number; divisor++)
        {
            if (number % divisor == 0)
            {
                return false;
            }
        }

        return number > 1;
    }
}

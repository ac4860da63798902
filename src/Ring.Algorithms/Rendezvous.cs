namespace RingPerf.Algorithms;

/// <summary>Rendezvous hashing: every node draws a number for the key, the highest takes it. Any node may leave; each lookup
/// asks all of them.</summary>
/// <remarks>O(n) a lookup. Source: Thaler and Ravishankar, "Using Name-Based Mappings to Increase Hit Rates", IEEE/ACM
/// Transactions on Networking 6(1), 1998, section III (highest random weight), https://doi.org/10.1109/90.663936.</remarks>
public sealed class Rendezvous : INodeSelector
{
    private readonly ulong[] _seeds;

    /// <summary>Takes the nodes; their order decides nothing but draws, which 64 bits do not have in practice.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="nodes"/> is null.</exception>
    public Rendezvous(IEnumerable<string> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        string[] names = [.. nodes];
        _seeds = Array.ConvertAll(names, name => KeyHash.Of(name));
        Nodes = Array.AsReadOnly(names);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes { get; }

    /// <inheritdoc/>
    public long MemoryBytes => (long)_seeds.Length * sizeof(ulong);

    /// <inheritdoc/>
    public int GetNodeIndex(ulong key)
    {
        int winner = -1;
        ulong highest = 0;
        for (int node = 0; node < _seeds.Length; node++)
        {
            ulong weight = KeyHash.Mix(_seeds[node] ^ key);
            if (winner < 0 || weight > highest)
            {
                winner = node;
                highest = weight;
            }
        }

        return winner;
    }
}

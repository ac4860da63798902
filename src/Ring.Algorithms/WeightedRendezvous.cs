namespace RingPerf.Algorithms;

/// <summary>Rendezvous hashing with weights: a node's share is its weight over the sum, and a change of one weight moves keys from
/// or to that node only.</summary>
/// <remarks>O(n) a lookup, a logarithm each. Source: Schindelhauer and Schomaker, "Weighted Distributed Hash Tables", SPAA 2005,
/// section 3 (the logarithmic method), https://doi.org/10.1145/1073970.1074008.</remarks>
public sealed class WeightedRendezvous : INodeSelector
{
    private const double Unit = 1.0 / (1UL << 53);

    private readonly ulong[] _seeds;
    private readonly double[] _weights;

    /// <summary>Takes the nodes.</summary>
    /// <param name="nodes">Nodes and weights, finite and above 0; only their ratios matter.</param>
    /// <exception cref="ArgumentNullException"><paramref name="nodes"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not a finite number above 0.</exception>
    public WeightedRendezvous(IEnumerable<(string Node, double Weight)> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        (string Node, double Weight)[] given = [.. nodes];
        foreach ((string node, double weight) in given)
        {
            if (!(weight > 0 && double.IsFinite(weight)))
            {
                throw new ArgumentOutOfRangeException(nameof(nodes), weight, $"The weight of {node} is {weight}; it must be a finite number above 0.");
            }
        }

        _seeds = Array.ConvertAll(given, node => KeyHash.Of(node.Node));
        _weights = Array.ConvertAll(given, node => node.Weight);
        Nodes = Array.AsReadOnly(Array.ConvertAll(given, node => node.Node));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes { get; }

    /// <inheritdoc/>
    public long MemoryBytes => (long)_seeds.Length * (sizeof(ulong) + sizeof(double));

    /// <inheritdoc/>
    public int GetNodeIndex(ulong key)
    {
        int winner = -1;
        double least = double.PositiveInfinity;
        for (int node = 0; node < _seeds.Length; node++)
        {
            // An exponential variable of the node's rate: the earliest of them takes the key.
            double uniform = ((KeyHash.Mix(_seeds[node] ^ key) >> 11) + 0.5) * Unit;
            double arrival = -Math.Log(uniform) / _weights[node];
            if (arrival < least)
            {
                least = arrival;
                winner = node;
            }
        }

        return winner;
    }
}

namespace RingPerf.Placement;

/// <summary>Weights of a ring's nodes by index. Where all are 1 there is no array, so that a ring without weights holds none.</summary>
internal sealed class NodeWeights
{
    /// <summary>Every weight is 1, for any number of nodes.</summary>
    internal static readonly NodeWeights Equal = new(null);

    private readonly double[]? _weights;

    private NodeWeights(double[]? weights) => _weights = weights;

    internal bool AreEqual => _weights is null;

    internal double this[int node] => _weights is null ? 1 : _weights[node];

    /// <summary>The weights of nodes as given; of a name that repeats the last one counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not finite or not above 0.</exception>
    internal static NodeWeights Of(RingNode[] nodes, NodeOrder order, RingProfile profile)
    {
        double[] weights = new double[order.Names.Length];
        foreach (RingNode node in nodes)
        {
            Check(node.Name, node.Weight, profile, nameof(nodes));
            weights[order.IndexOf(node.Name)] = node.Weight;
        }

        return Of(weights);
    }

    /// <summary>Weights that have been checked.</summary>
    internal static NodeWeights Of(double[] weights) => Array.TrueForAll(weights, weight => weight == 1) ? Equal : new NodeWeights(weights);

    /// <exception cref="ArgumentOutOfRangeException">The profile does not allow the weight.</exception>
    internal static void Check(string node, double weight, RingProfile profile, string parameter)
    {
        if (!IsAllowed(weight, profile))
        {
            Throw.Weight(node, weight, Allowed(profile), parameter);
        }
    }

    internal static bool IsAllowed(double weight, RingProfile profile) => profile == RingProfile.Aodh
        ? weight > 0 && double.IsFinite(weight)
        : weight is >= 1 and <= int.MaxValue && double.IsInteger(weight);

    internal static string Allowed(RingProfile profile) =>
        profile == RingProfile.Aodh ? "finite and above 0" : $"a whole number from 1 to {int.MaxValue} under the profile {profile}";

    internal NodeWeights Append(int nodes, double weight) => AreEqual && weight == 1 ? this : Of([.. ToArray(nodes), weight]);

    internal NodeWeights Without(int nodes, int index)
    {
        if (AreEqual)
        {
            return this;
        }

        double[] weights = ToArray(nodes);
        return Of([.. weights[..index], .. weights[(index + 1)..]]);
    }

    internal NodeWeights With(int nodes, int index, double weight)
    {
        double[] weights = ToArray(nodes);
        weights[index] = weight;
        return Of(weights);
    }

    internal double Sum(int nodes) => _weights is null ? nodes : _weights.Sum();

    /// <summary>A new array.</summary>
    internal double[] ToArray(int nodes)
    {
        double[] weights = new double[nodes];
        for (int node = 0; node < nodes; node++)
        {
            weights[node] = this[node];
        }

        return weights;
    }
}

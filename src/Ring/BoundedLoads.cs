namespace RingPerf;

/// <summary>Keys to nodes of a ring so that none carries more than a factor above the mean: who is full passes a key on to the next.</summary>
/// <remarks>
/// <para>A key goes to the first node in ring order, from its owner on, whose load is below its capacity. With m keys placed and n nodes the
/// next key sees the capacity ⌈c (m + 1) / n⌉, or its part by weight. While keys only come, no load is ever above ⌈c m / n⌉. Keys
/// that have been placed stay: after releases a load may be above the capacity, which then has shrunk, until it is released too.</para>
/// <para>With c = 1 + ε a key passes O(1 / ε²) nodes on average, however many there are; 1.25 to 2 are usual. The caller remembers where a
/// key went, since the answer depends on the loads at that time.</para>
/// <para>Not for more than one thread at a time. No assignment allocates.</para>
/// <para>Source: Mirrokni, Thorup, Zadimoghaddam, "Consistent Hashing with Bounded Loads", SODA 2018, https://arxiv.org/abs/1608.01350.</para>
/// </remarks>
public sealed class BoundedLoads
{
    private readonly Memory<int> _loads;
    private readonly double[] _weights;
    private readonly double _weightSum;

    /// <summary>No load on any node, all nodes of equal capacity.</summary>
    /// <param name="ring">The ring whose order is followed.</param>
    /// <param name="factor">How far above the mean a load may go, c = 1 + ε: at least 1, finite.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ring"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is out of range.</exception>
    public BoundedLoads(HashRing ring, double factor)
        : this(ring, factor, new int[ring?.Nodes.Count ?? 0])
    {
    }

    /// <summary>Loads that are there already, in the caller's memory.</summary>
    /// <param name="ring">The ring whose order is followed.</param>
    /// <param name="factor">How far above the mean a load may go, c = 1 + ε: at least 1, finite.</param>
    /// <param name="loads">The load of each of <see cref="HashRing.Nodes"/>, at least 0; kept and written to.</param>
    /// <param name="weights">The weight of each node, to which its capacity is proportional; finite, above 0, of a finite sum; copied. Empty for equal weights.</param>
    /// <remarks>O(n) in the number of nodes.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="ring"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="loads"/> or <paramref name="weights"/> has not one element a node.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/>, a load, a weight or the sum of the weights is out of range.</exception>
    public BoundedLoads(HashRing ring, double factor, Memory<int> loads, ReadOnlySpan<double> weights = default)
    {
        ArgumentNullException.ThrowIfNull(ring);
        if (!double.IsFinite(factor) || factor < 1)
        {
            Throw.Factor(factor);
        }

        Ring = ring;
        Factor = factor;
        _loads = loads;
        _weights = weights.ToArray();
        CheckLength(nameof(loads), loads.Length, ring.Nodes.Count);
        CheckLength(nameof(weights), weights.IsEmpty ? ring.Nodes.Count : weights.Length, ring.Nodes.Count);
        _weightSum = weights.IsEmpty ? ring.Nodes.Count : Sum(weights);
        for (int node = 0; node < loads.Length; node++)
        {
            if (loads.Span[node] < 0)
            {
                Throw.NegativeElement(nameof(loads), node, loads.Span[node]);
            }

            Total += loads.Span[node];
        }
    }

    /// <summary>The ring whose order is followed.</summary>
    public HashRing Ring { get; }

    /// <summary>How far above the mean a load may go, c = 1 + ε.</summary>
    public double Factor { get; }

    /// <summary>Keys that are placed, over all nodes.</summary>
    public long Total { get; private set; }

    /// <summary>The load of each of <see cref="HashRing.Nodes"/>.</summary>
    public ReadOnlySpan<int> Loads => _loads.Span;

    /// <summary>The load below which a node takes the next key.</summary>
    /// <param name="node">An index into <see cref="HashRing.Nodes"/>.</param>
    /// <returns>⌈c (m + 1) / n⌉ for m keys and n nodes of equal weight; ⌈c (m + 1) w / Σw⌉ with weights; at most <see cref="int.MaxValue"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="node"/> is no index of a node.</exception>
    public int GetCapacity(int node)
    {
        CheckNode(node);
        return Capacity(node);
    }

    /// <summary>Places a key and counts it.</summary>
    /// <param name="key">The key's text, hashed as UTF-8.</param>
    /// <returns>An index into <see cref="HashRing.Nodes"/>; -1, and nothing is counted, where every node that owns a point is full: on an empty ring, and
    /// where nodes without a point have room that no key can reach.</returns>
    /// <remarks>Allocates nothing. O(length of the key + points passed), never more than one turn.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> has a lone surrogate.</exception>
    public int Assign(string key) => AssignAt(Ring.GetPosition(key), out _);

    /// <inheritdoc cref="Assign(string)"/>
    public int Assign(ReadOnlySpan<char> key) => AssignAt(Ring.GetPosition(key), out _);

    /// <param name="utf8">The key's UTF-8 text; the bytes are hashed as given, unvalidated.</param>
    /// <inheritdoc cref="Assign(string)"/>
    public int Assign(ReadOnlySpan<byte> utf8) => AssignAt(Ring.GetPosition(utf8), out _);

    /// <summary>Takes a key off the node that it was placed on.</summary>
    /// <param name="node">What <see cref="Assign(string)"/> gave.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="node"/> is no index of a node.</exception>
    /// <exception cref="InvalidOperationException">The node has no load.</exception>
    public void Release(int node)
    {
        CheckNode(node);
        ref int load = ref _loads.Span[node];
        if (load == 0)
        {
            Throw.NoLoad(node);
        }

        load--;
        Total--;
    }

    internal int AssignAt(uint position, out int steps)
    {
        ReadOnlySpan<int> owners = Ring.Owners;
        Span<int> loads = _loads.Span;
        int point = owners.IsEmpty ? 0 : Ring.Core.FindPoint(position);
        for (steps = 1; steps <= owners.Length; steps++)
        {
            int node = owners[point];
            if (loads[node] < Capacity(node))
            {
                loads[node]++;
                Total++;
                return node;
            }

            point = point + 1 == owners.Length ? 0 : point + 1;
        }

        return -1;
    }

    private static void CheckLength(string parameter, int length, int nodes)
    {
        if (length != nodes)
        {
            Throw.WrongLength(parameter, length, nodes);
        }
    }

    private static double Sum(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (int node = 0; node < weights.Length; node++)
        {
            if (!double.IsFinite(weights[node]) || weights[node] <= 0)
            {
                Throw.WeightOutOfRange(nameof(weights), node, weights[node]);
            }

            sum += weights[node];
        }

        if (!double.IsFinite(sum))
        {
            Throw.WeightSum(nameof(weights), sum);
        }

        return sum;
    }

    // A conversion to int saturates.
    private int Capacity(int node) =>
        (int)Math.Ceiling(Factor * (Total + 1) * (_weights.Length == 0 ? 1 : _weights[node]) / _weightSum);

    private void CheckNode(int node)
    {
        if ((uint)node >= (uint)_loads.Length)
        {
            Throw.IndexOutOfRange(nameof(node), node, _loads.Length);
        }
    }
}

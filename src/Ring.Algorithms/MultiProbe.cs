namespace RingPerf.Algorithms;

/// <summary>Multi-probe consistent hashing: one point a node, many probes a key; the probe that lies closest before a point wins.
/// As even as a ring of hundreds of points a node, in the memory of one.</summary>
/// <remarks>O(k) expected a lookup of k probes, through a table by the top bits. Source: Appleton and O'Reilly, "Multi-probe
/// consistent hashing", 2015, section 2, https://arxiv.org/abs/1505.00062. Every probe is
/// a hash of its own: probes in equal steps are cheaper and less even.</remarks>
public sealed class MultiProbe : INodeSelector
{
    /// <summary>The paper's number of probes for a peak-to-mean of 1.05.</summary>
    public const int DefaultProbes = 21;

    private readonly ulong[] _points;
    private readonly int[] _owners;
    private readonly int[] _firstOfBucket;
    private readonly int _shift;
    private readonly int _probes;

    /// <summary>Places the nodes.</summary>
    /// <param name="nodes">The nodes; their order decides nothing but draws, which 64 bits do not have in practice.</param>
    /// <param name="probes">Probes a key, at least 1; peak-to-mean is about 1 + 1 / probes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="nodes"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probes"/> is below 1.</exception>
    public MultiProbe(IEnumerable<string> nodes, int probes = DefaultProbes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentOutOfRangeException.ThrowIfLessThan(probes, 1);
        string[] names = [.. nodes];
        Nodes = Array.AsReadOnly(names);
        _probes = probes;
        _points = Array.ConvertAll(names, name => KeyHash.Of(name));
        _owners = [.. Enumerable.Range(0, names.Length)];
        Array.Sort(_points, _owners);
        int bits = int.Log2(Math.Max(1, names.Length)) + 1;
        _shift = 64 - bits;
        _firstOfBucket = new int[1 << bits];
        for (int bucket = 0, point = 0; bucket < _firstOfBucket.Length; bucket++)
        {
            while (point < _points.Length && (int)(_points[point] >> _shift) < bucket)
            {
                point++;
            }

            _firstOfBucket[bucket] = point;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Nodes { get; }

    /// <inheritdoc/>
    public long MemoryBytes => ((long)_points.Length * (sizeof(ulong) + sizeof(int))) + ((long)_firstOfBucket.Length * sizeof(int));

    /// <inheritdoc/>
    public int GetNodeIndex(ulong key)
    {
        if (_points.Length == 0)
        {
            return -1;
        }

        ulong closest = ulong.MaxValue;
        int winner = -1;
        for (int i = 0; i < _probes; i++)
        {
            ulong probe = i == 0 ? key : KeyHash.Mix(key, i);
            int point = Next(probe);
            ulong distance = _points[point] - probe;
            if (winner < 0 || distance < closest)
            {
                closest = distance;
                winner = point;
            }
        }

        return _owners[winner];
    }

    // The first point at or above a position, wrapping.
    private int Next(ulong position)
    {
        int point = _firstOfBucket[position >> _shift];
        while (point < _points.Length && _points[point] < position)
        {
            point++;
        }

        return point == _points.Length ? 0 : point;
    }
}

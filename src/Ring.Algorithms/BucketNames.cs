namespace RingPerf.Algorithms;

/// <summary>Which node has which bucket: algorithms that number buckets leave gaps where nodes have gone.</summary>
internal sealed class BucketNames
{
    private const int Gap = -1;

    private readonly string?[] _names;
    private readonly int[] _places;

    private BucketNames(string?[] names)
    {
        _names = names;
        _places = new int[names.Length];
        var nodes = new List<string>();
        for (int bucket = 0; bucket < names.Length; bucket++)
        {
            _places[bucket] = names[bucket] is null ? Gap : nodes.Count;
            if (names[bucket] is { } name)
            {
                nodes.Add(name);
            }
        }

        Nodes = nodes.AsReadOnly();
    }

    /// <summary>The nodes by ascending bucket.</summary>
    internal IReadOnlyList<string> Nodes { get; }

    /// <summary>Bytes of the table from bucket to node.</summary>
    internal long Bytes => (long)_places.Length * sizeof(int);

    /// <summary>Nodes in buckets 0 to n − 1.</summary>
    /// <exception cref="ArgumentException">A node is given twice.</exception>
    internal static BucketNames Of(IEnumerable<string> nodes)
    {
        string[] names = [.. nodes];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (!seen.Add(name))
            {
                throw new ArgumentException($"The node {name} is given twice.", nameof(nodes));
            }
        }

        return new BucketNames(names);
    }

    /// <summary>The index into <see cref="Nodes"/> of a bucket that has a node.</summary>
    internal int PlaceOf(int bucket) => _places[bucket];

    /// <summary>The bucket of a node.</summary>
    /// <exception cref="ArgumentException">There is no such node.</exception>
    internal int BucketOf(string node)
    {
        int bucket = Array.IndexOf(_names, node);
        return bucket >= 0 ? bucket : throw new ArgumentException($"There is no node {node}.", nameof(node));
    }

    /// <summary>The names with one more in a bucket.</summary>
    /// <exception cref="ArgumentException">The node is there already.</exception>
    internal BucketNames With(int bucket, string node)
    {
        if (Array.IndexOf(_names, node) >= 0)
        {
            throw new ArgumentException($"The node {node} is there already.", nameof(node));
        }

        var names = new string?[Math.Max(_names.Length, bucket + 1)];
        _names.CopyTo(names, 0);
        names[bucket] = node;
        return new BucketNames(names);
    }

    /// <summary>The names without the one in a bucket.</summary>
    internal BucketNames Without(int bucket)
    {
        string?[] names = [.. _names];
        names[bucket] = null;
        return new BucketNames(names);
    }
}

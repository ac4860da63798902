namespace RingPerf.Placement;

/// <summary>Replica numbers of the labels that hash to positions with a shadow, found by hashing the nodes' labels again.</summary>
internal sealed class LabelReplicas
{
    private readonly Dictionary<(uint Position, int Node), SortedSet<int>> _replicas = [];

    internal LabelReplicas(string[] names, ReplicaCounts counts, HashRingOptions options, PointTable points)
    {
        var nodes = new SortedSet<int>();
        foreach ((uint position, int loser) in points.Shadows)
        {
            int winner = points.Owners[points.Positions.BinarySearch(position)];
            _replicas.TryAdd((position, winner), []);
            _replicas.TryAdd((position, loser), []);
            nodes.Add(winner);
            nodes.Add(loser);
        }

        RingCoreFactory hash = RingCoreFactory.For(options);
        foreach (int node in nodes)
        {
            uint[] labels = new uint[counts[node]];
            hash.HashLabels(NodeLabel.Stem(names[node], options, nameof(names)), labels);
            for (int replica = 0; replica < labels.Length; replica++)
            {
                if (_replicas.TryGetValue((labels[replica], node), out SortedSet<int>? found))
                {
                    found.Add(replica);
                }
            }
        }
    }

    /// <summary>The replica that was placed last, the one that owns the position.</summary>
    internal int Highest(uint position, int node) => _replicas[(position, node)].Max;

    /// <summary>The lowest replica not yet taken.</summary>
    internal int TakeLowest(uint position, int node)
    {
        SortedSet<int> replicas = _replicas[(position, node)];
        int lowest = replicas.Min;
        replicas.Remove(lowest);
        return lowest;
    }
}

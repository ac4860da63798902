using RingPerf.Placement;

namespace RingPerf.Tests.Placement;

/// <summary>Nodes, their positions and their precedence, settled from scratch each time it is asked.</summary>
internal sealed class PointTableModel
{
    private readonly List<uint[]> _positions = [];
    private readonly List<int> _byRank = [];

    internal int Count => _positions.Count;

    internal int[] Ranks => [.. Enumerable.Range(0, Count).Select(node => _byRank.IndexOf(node))];

    internal void Add(uint[] positions, int rank)
    {
        _byRank.Insert(rank, Count);
        _positions.Add(positions);
    }

    /// <summary>Takes every second of a node's positions.</summary>
    internal uint[] DropHalf(int node)
    {
        uint[] all = _positions[node];
        _positions[node] = [.. all.Where((_, i) => i % 2 == 0)];
        return [.. all.Where((_, i) => i % 2 == 1).Order()];
    }

    internal void Remove(int node)
    {
        _positions.RemoveAt(node);
        _byRank.Remove(node);
        for (int i = 0; i < _byRank.Count; i++)
        {
            _byRank[i] -= _byRank[i] > node ? 1 : 0;
        }
    }

    /// <summary>The table that the ring's own code builds from scratch.</summary>
    internal PointTable Settle()
    {
        int[] ranks = Ranks;
        IEnumerable<ulong> points = _positions.SelectMany(
            (positions, node) => positions.Select(position => ((ulong)position << 32) | (uint)ranks[node]));
        return PointTable.Settle([.. points.Order()], [.. _byRank]);
    }

    internal void AssertSame(PointTable table)
    {
        var points = Enumerable.Range(0, Count)
            .SelectMany(rank => _positions[_byRank[rank]].Select(position => new ShadowPoint(position, _byRank[rank])))
            .GroupBy(point => point.Position)
            .OrderBy(points => points.Key)
            .Select(points => points.ToArray())
            .ToArray();

        Assert.Equal(points.Select(point => point[^1].Position), table.Positions.ToArray());
        Assert.Equal(points.Select(point => point[^1].Node), table.Owners.ToArray());
        Assert.Equal(points.SelectMany(point => point[..^1]), table.Shadows);
    }
}

namespace RingPerf.Coordination.Simulation.Scale;

/// <summary>The members in the order in which the ring would give them an item, were those before them gone.</summary>
internal sealed class RingWalk
{
    private readonly HashRing _ring;
    private readonly Dictionary<uint, int[]> _losers;

    internal RingWalk(HashRing ring)
    {
        _ring = ring;
        _losers = ring.GetCollisions().GroupBy(collision => collision.Position).ToDictionary(
            point => point.Key, point => point.Select(collision => collision.Loser).ToArray());
    }

    /// <summary>The members from a position on; one may come more than once.</summary>
    internal IEnumerable<int> From(uint position)
    {
        int first = UpperBound(position);
        for (int point = 0; point < _ring.PointCount; point++)
        {
            int at = (first + point) % _ring.PointCount;
            yield return _ring.Owners[at];
            if (_losers.TryGetValue(_ring.Positions[at], out int[]? losers))
            {
                foreach (int loser in losers)
                {
                    yield return loser;
                }
            }
        }
    }

    /// <summary>The first point whose position is greater.</summary>
    private int UpperBound(uint position)
    {
        int found = _ring.Positions.BinarySearch(position);
        return found >= 0 ? found + 1 : ~found;
    }
}

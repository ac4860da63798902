namespace RingPerf.Preference;

/// <summary>The nodes of a ring as they are met from one point on, each once: at most one turn, and no step past the last node.</summary>
internal ref struct DistinctWalk
{
    private readonly ReadOnlySpan<int> _owners;
    private NodeSet _met;
    private int _point;

    /// <summary>A walk that starts at a point.</summary>
    /// <param name="owners">The owner of each point; at least one point.</param>
    /// <param name="point">The point to start at.</param>
    /// <param name="met">Nodes to pass by.</param>
    internal DistinctWalk(ReadOnlySpan<int> owners, int point, NodeSet met)
    {
        _owners = owners;
        _point = point;
        _met = met;
    }

    /// <summary>Points looked at so far, at most all of them.</summary>
    internal int Steps { get; private set; }

    /// <summary>Goes on to the next node not met before; false when there is none.</summary>
    internal bool MoveNext(out int node)
    {
        while (_met.Missing > 0 && Steps < _owners.Length)
        {
            node = _owners[_point];
            _point = _point + 1 == _owners.Length ? 0 : _point + 1;
            Steps++;
            if (_met.Add(node))
            {
                return true;
            }
        }

        node = -1;
        return false;
    }
}

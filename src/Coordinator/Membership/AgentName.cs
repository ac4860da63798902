namespace RingPerf.Coordination;

/// <summary>This agent's name: configured, or drawn such that none of its labels shares a position with a member's.</summary>
/// <remarks>A shared position belongs to one of two members, and agents in Python do not agree on which; a drawn name can avoid that.
/// A thread that reads the name sees the last one set.</remarks>
internal sealed class AgentName
{
    internal const int MostDraws = 16;

    private readonly HashRingOptions _ring;
    private readonly Func<MemberId> _draw;
    private volatile Holder _current;

    internal AgentName(string? configured, HashRingOptions ring, Func<MemberId> draw)
    {
        _ring = ring;
        _draw = draw;
        IsDrawn = string.IsNullOrEmpty(configured);
        _current = new Holder(IsDrawn ? draw() : MemberId.FromText(configured!));
    }

    /// <summary>Whether the name was drawn, so that another one may take its place.</summary>
    internal bool IsDrawn { get; }

    internal MemberId Current
    {
        get => _current.Name;
        set => _current = new Holder(value);
    }

    /// <summary>The name to join under: the present one, or the first of a bounded number of draws without a collision.</summary>
    /// <param name="members">The members of the group.</param>
    /// <param name="free">Whether it collides with no member.</param>
    internal MemberId FreeOf(IReadOnlyList<MemberId> members, out bool free)
    {
        MemberId name = Current;
        try
        {
            var ring = new HashRing(members.Where(member => member.IsText && member != name).Select(member => member.ToString()), _ring);
            free = IsFree(ring, name);
            for (int draws = 0; !free && draws < MostDraws; draws++)
            {
                name = _draw();
                free = IsFree(ring, name);
            }

            return name;
        }
        catch (ArgumentOutOfRangeException)
        {
            // More points than a ring holds: no name has a place on it.
            free = false;
            return Current;
        }
    }

    private static bool IsFree(HashRing ring, MemberId name)
    {
        string node = name.ToString();
        if (ring.Nodes.Contains(node))
        {
            return false;
        }

        HashRing grown = ring.Add(node);
        return !grown.GetCollisions().Any(
            collision => collision.Winner != collision.Loser
                && (grown.Nodes[collision.Winner] == node || grown.Nodes[collision.Loser] == node));
    }

    private sealed record Holder(MemberId Name);
}

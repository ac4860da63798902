namespace RingPerf.Coordination;

/// <summary>The ring over one set of members, and this agent's place on it.</summary>
internal sealed class GroupRing
{
    private GroupRing(MemberId[] members, HashRing ring, int self)
    {
        Members = members;
        Ring = ring;
        Self = self;
    }

    /// <summary>The members by ascending bytes, parallel to the ring's nodes.</summary>
    internal MemberId[] Members { get; }

    internal HashRing Ring { get; }

    internal int Self { get; }

    internal static GroupRing Build(MemberId[] members, MemberId self, HashRingOptions options) =>
        new(members, new HashRing(members.Select(Name), options), Array.BinarySearch(members, self));

    /// <summary>Positions that labels of two members share, which an agent in Python may give to the other one.</summary>
    internal RingCollision[] GetCollisions() => [.. Ring.GetCollisions().Where(collision => collision.Winner != collision.Loser)];

    private static string Name(MemberId member) =>
        member.TryGetText(out string? text)
            ? text
            : throw new CoordinationException(
                $"The member '{member}' has no valid UTF-8 name, so it has no place on the ring; every member's name must be text.");
}

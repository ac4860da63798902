namespace RingPerf.Coordination;

/// <summary>The ring over one set of members, and this agent's place on it.</summary>
internal sealed class GroupRing
{
    private GroupRing(GroupReading read, HashRing ring, int self)
    {
        Read = read;
        Ring = ring;
        Self = self;
    }

    /// <summary>What the ring was built over.</summary>
    internal GroupReading Read { get; }

    /// <summary>The members by ascending bytes, parallel to the ring's nodes.</summary>
    internal MemberId[] Members => Read.Members;

    internal HashRing Ring { get; }

    internal int Self { get; }

    internal static GroupRing Build(GroupReading read, MemberId self, HashRingOptions options)
    {
        return new GroupRing(read, Over(read, options), Array.BinarySearch(read.Members, self));
    }

    /// <summary>Positions that labels of two members share, which an agent in Python may give to the other one.</summary>
    internal RingCollision[] GetCollisions() => [.. Ring.GetCollisions().Where(collision => collision.Winner != collision.Loser)];

    // What a member says of itself decides, so that too much of it is the group's fault and not the caller's.
    private static HashRing Over(GroupReading read, HashRingOptions options)
    {
        IEnumerable<string> names = read.Members.Select(Name);
        try
        {
            return read.Weights is { } weights
                ? new HashRing(names.Zip(weights, (name, weight) => new RingNode(name, weight)), options)
                : new HashRing(names, options);
        }
        catch (ArgumentOutOfRangeException e)
        {
            string heaviest = read.Weights is { } weights
                ? FormattableString.Invariant($"; the heaviest is '{read.Members[Array.IndexOf(weights, weights.Max())]}' with a weight of {weights.Max()}")
                : "";
            throw new CoordinationException(
                $"The group's {read.Members.Length} members have more points at {options.Replicas} replicas than a ring can hold{heaviest}.", e);
        }
    }

    private static string Name(MemberId member) =>
        member.TryGetText(out string? text)
            ? text
            : throw new CoordinationException(
                $"The member '{member}' has no valid UTF-8 name, so it has no place on the ring; every member's name must be text.");
}

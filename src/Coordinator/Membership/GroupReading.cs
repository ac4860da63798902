namespace RingPerf.Coordination;

/// <summary>The members of a group as they were read.</summary>
/// <param name="Members">The members by ascending bytes, each once.</param>
/// <param name="Weights">The weight of each; null in a group without weights.</param>
internal sealed record GroupReading(MemberId[] Members, double[]? Weights)
{
    internal static GroupReading Of(IEnumerable<MemberId> members) => new([.. members.Distinct().Order()], null);

    internal static GroupReading Of(IEnumerable<GroupMember> members)
    {
        GroupMember[] ordered = [.. members.DistinctBy(member => member.Id).OrderBy(member => member.Id)];
        return new GroupReading([.. ordered.Select(member => member.Id)], [.. ordered.Select(WeightOf)]);
    }

    internal bool Lists(MemberId member) => Array.BinarySearch(Members, member) >= 0;

    internal bool IsSameAs(GroupReading other) =>
        Members.AsSpan().SequenceEqual(other.Members) && Weights.AsSpan().SequenceEqual(other.Weights);

    private static double WeightOf(GroupMember member)
    {
        member.Capabilities.TryGetWeight(out double weight);
        return weight;
    }
}

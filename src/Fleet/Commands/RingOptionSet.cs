using System.CommandLine;
using RingPerf.Coordination;
using RingPerf.Fleet.Backends;

namespace RingPerf.Fleet.Commands;

/// <summary>The options that the whole fleet must agree on; without any, those of a fleet that sets none.</summary>
internal sealed class RingOptionSet
{
    private const int DefaultReplicas = 100;

    private static readonly (string Name, LabelFormat Value)[] LabelNames =
        [("python-bytes", LabelFormat.PythonBytes), ("plain", LabelFormat.Plain)];

    private readonly Option<string> _labels = OptionText.Choice("--labels", "How the fleet hashes a member's name", LabelNames);
    private readonly Option<string> _replicas = new("--replicas") { Description = $"Points of each member (default {DefaultReplicas})", HelpName = "R" };

    internal void AddTo(Command command)
    {
        command.Add(_labels);
        command.Add(_replicas);
    }

    internal string ReadLabelName(ParseResult parsed) => OptionText.Read(parsed, _labels, LabelNames).Name;

    /// <summary>Reads the group, and builds the ring over its members.</summary>
    /// <exception cref="FleetException">An option is wrong, the group cannot be read, or there is no ring over its members.</exception>
    internal async Task<(string Group, HashRing Ring)> ReadRingAsync(
        ParseResult parsed, GroupOptionSet groupOptions, CancellationToken cancellationToken)
    {
        HashRingOptions options = Read(parsed);
        GroupReader group = groupOptions.Open(parsed);
        return (group.Group, Build(await group.ReadMembersAsync(cancellationToken).ConfigureAwait(false), options));
    }

    /// <summary>The ring over members; by their weights where one of them tells its own.</summary>
    /// <exception cref="FleetException">A member has no place on it, or the points are too many.</exception>
    internal HashRing Build(GroupMember[] members, HashRingOptions options)
    {
        MemberId odd = members.FirstOrDefault(member => !member.Id.IsText).Id;
        if (!odd.IsEmpty)
        {
            throw FleetException.Failed($"the member \"{odd}\" has no valid UTF-8 name, so it has no place on the ring; every member's name must be text");
        }

        try
        {
            return new HashRing(members.Select(Node), options);
        }
        catch (ArgumentOutOfRangeException e)
        {
            GroupMember heaviest = members.MaxBy(member => Node(member).Weight)!;
            if (Node(heaviest).Weight > 1)
            {
                throw FleetException.Failed(FormattableString.Invariant($"the member \"{heaviest.Id}\" tells a weight of {Node(heaviest).Weight}; with it {members.Length} members have more points at {options.Replicas} replicas than a ring can hold"), e);
            }

            throw FleetException.BadInput($"{_replicas.Name} is \"{options.Replicas}\"; {members.Length} members have more points then than a ring can hold", e);
        }
    }

    // A member without a weight counts as one, and so does each of a group that has none.
    private static RingNode Node(GroupMember member)
    {
        member.Capabilities.TryGetWeight(out double weight);
        return new RingNode(member.Id.ToString(), weight);
    }

    private HashRingOptions Read(ParseResult parsed) => new()
    {
        Labels = OptionText.Read(parsed, _labels, LabelNames).Value,
        Replicas = OptionText.ReadInteger(parsed, _replicas, DefaultReplicas),
        Collisions = CollisionRule.Canonical,
    };
}

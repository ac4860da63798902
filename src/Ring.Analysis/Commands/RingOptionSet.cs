using System.CommandLine;
using System.Globalization;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Commands;

/// <summary>The options that describe a ring.</summary>
internal sealed class RingOptionSet
{
    private const int DefaultNodes = 10;

    private readonly Option<string> _nodes = new("--nodes") { Description = $"Number of nodes, named node-0, node-1, … (default {DefaultNodes})", HelpName = "N" };
    private readonly Option<string> _nodesFile = new("--nodes-file") { Description = "Names of nodes, one a line; a tab and a weight may follow", HelpName = "FILE" };
    private readonly Option<string> _replicas = new("--replicas") { Description = "Points of each node, or what the profile counts (default the profile's: aodh 100, tooz 32, ketama 40)", HelpName = "R" };
    private readonly Option<string> _profile = Choice("--profile", "Whose ring", OptionText.Profiles);
    private readonly PlacementOptionSet _placement = new();

    /// <summary>All of them.</summary>
    internal IEnumerable<Option> Options => [_nodes, _nodesFile, _replicas, .. OptionsOfAnyRing];

    /// <summary>Those that do not depend on the number of nodes and points.</summary>
    internal IEnumerable<Option> OptionsOfAnyRing => [_profile, .. _placement.Options];

    internal void AddTo(Command command)
    {
        foreach (Option option in Options)
        {
            command.Add(option);
        }
    }

    /// <summary>Reads the options and the file of nodes.</summary>
    /// <exception cref="BadInputException">An option or the file is wrong.</exception>
    internal RingInput Read(ParseResult parsed)
    {
        string? replicas = parsed.GetValue(_replicas);
        HashRingOptions defaults = DefaultsOf(parsed.GetValue(_profile));
        HashRingOptions placed = _placement.Read(parsed);
        HashRingOptions options = defaults with
        {
            Replicas = replicas is null ? defaults.Replicas : OptionText.Integer(_replicas.Name, replicas, least: 1),
            Labels = placed.Labels,
            Hash = placed.Hash,
            Collisions = placed.Collisions,
        };
        if (options.Profile != RingProfile.Aodh && (options.Hash, options.Labels) != (HashFunction.Md5, LabelFormat.Plain))
        {
            string name = OptionText.NameOf(OptionText.Profiles, options.Profile);
            throw new BadInputException($"{_profile.Name} is \"{name}\"; --hash must then be md5 and --labels plain");
        }

        return new RingInput(ReadNodes(parsed.GetValue(_nodes), parsed.GetValue(_nodesFile)), options);
    }

    private HashRingOptions DefaultsOf(string? profile) =>
        (profile is null ? RingProfile.Aodh : OptionText.OneOf(_profile.Name, profile, OptionText.Profiles)) switch
        {
            RingProfile.Tooz => HashRingOptions.Tooz,
            RingProfile.Ketama => HashRingOptions.Ketama,
            RingProfile.UhashringKetama => HashRingOptions.UhashringKetama,
            _ => new HashRingOptions(),
        };

    internal static Option<string> Choice<T>(string name, string description, (string Name, T Value)[] allowed) => new(name)
    {
        Description = $"{description}: {string.Join(", ", allowed.Select(choice => choice.Name))} (default {allowed[0].Name})",
        HelpName = "NAME",
    };

    private List<RingNode> ReadNodes(string? count, string? file)
    {
        if (count is not null && file is not null)
        {
            throw new BadInputException($"{_nodes.Name} and {_nodesFile.Name} exclude each other; give one of them");
        }

        if (file is not null)
        {
            return NodeFile.Read(_nodesFile.Name, file);
        }

        int nodes = count is null ? DefaultNodes : OptionText.Integer(_nodes.Name, count, least: 1);
        return [.. Enumerable.Range(0, nodes).Select(i => string.Create(CultureInfo.InvariantCulture, $"node-{i}")).Select(name => new RingNode(name))];
    }
}

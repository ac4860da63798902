using System.CommandLine;
using System.Globalization;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Commands;

/// <summary>The options that describe a ring.</summary>
internal sealed class RingOptionSet
{
    private readonly int _defaultNodes;
    private readonly Option<string> _nodes;
    private readonly Option<string> _nodesFile = new("--nodes-file") { Description = "Names of nodes, one a line; a tab and a weight may follow", HelpName = "FILE" };
    private readonly Option<string> _replicas = new("--replicas") { Description = "Points of each node, or what the profile counts (default the profile's: aodh 100, tooz 32, ketama 40)", HelpName = "R" };
    private readonly PlacementOptionSet _placement = new();

    /// <summary>The options, with the number and the names of nodes that are not given in a file.</summary>
    internal RingOptionSet(int defaultNodes = 10, string names = "named node-0, node-1, …")
    {
        _defaultNodes = defaultNodes;
        _nodes = new Option<string>("--nodes") { Description = $"Number of nodes, {names} (default {defaultNodes})", HelpName = "N" };
    }

    /// <summary>All of them.</summary>
    internal IEnumerable<Option> Options => [_nodes, _nodesFile, _replicas, .. OptionsOfAnyRing];

    /// <summary>Those that do not depend on the number of nodes and points.</summary>
    internal IEnumerable<Option> OptionsOfAnyRing => _placement.Options;

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
        HashRingOptions options = _placement.Read(parsed);
        if (parsed.GetValue(_replicas) is { } replicas)
        {
            options = options with { Replicas = OptionText.Integer(_replicas.Name, replicas, least: 1) };
        }

        return new RingInput(ReadNodes(parsed.GetValue(_nodes), parsed.GetValue(_nodesFile)), options);
    }

    /// <summary>Whether the nodes are those of a file.</summary>
    internal bool HasFile(ParseResult parsed) => parsed.GetValue(_nodesFile) is not null;

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

        int nodes = count is null ? _defaultNodes : OptionText.Integer(_nodes.Name, count, least: 1);
        return [.. Enumerable.Range(0, nodes).Select(i => string.Create(CultureInfo.InvariantCulture, $"node-{i}")).Select(name => new RingNode(name))];
    }
}

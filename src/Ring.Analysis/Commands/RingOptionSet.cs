using System.CommandLine;
using System.Globalization;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Commands;

/// <summary>The options that describe a ring.</summary>
internal sealed class RingOptionSet : OptionSet
{
    private readonly CountOption _nodes;
    private readonly Option<string> _nodesFile = new("--nodes-file") { Description = "Names of nodes, one a line; a tab and a weight may follow", HelpName = "FILE" };
    private readonly Option<string> _replicas = new("--replicas") { Description = "Points of each node, or what the profile counts (default the profile's: aodh 100, tooz 32, ketama 40)", HelpName = "R" };
    private readonly PlacementOptionSet _placement = new();

    /// <summary>The options, with the number and the names of nodes that are not given in a file.</summary>
    internal RingOptionSet(int defaultNodes = 10, string names = "named node-0, node-1, …") =>
        _nodes = new CountOption("--nodes", $"Number of nodes, {names}", least: 1, defaultNodes);

    internal override IEnumerable<Option> Options => [_nodes.Option, _nodesFile, _replicas, .. OptionsOfAnyRing];

    /// <summary>Those that do not depend on the number of nodes and points.</summary>
    internal IEnumerable<Option> OptionsOfAnyRing => _placement.Options;

    /// <summary>Reads the options and the file of nodes.</summary>
    /// <exception cref="BadInputException">An option or the file is wrong.</exception>
    internal RingInput Read(ParseResult parsed)
    {
        HashRingOptions options = _placement.Read(parsed);
        if (parsed.GetValue(_replicas) is { } replicas)
        {
            options = options with { Replicas = OptionText.Integer(_replicas.Name, replicas, least: 1) };
        }

        return new RingInput(ReadNodes(parsed), options);
    }

    /// <summary>Whether the nodes are those of a file.</summary>
    internal bool HasFile(ParseResult parsed) => parsed.GetValue(_nodesFile) is not null;

    private List<RingNode> ReadNodes(ParseResult parsed)
    {
        string? file = parsed.GetValue(_nodesFile);
        if (file is not null && _nodes.IsGiven(parsed))
        {
            throw OptionText.Excluding(_nodes.Option.Name, _nodesFile.Name);
        }

        return file is not null
            ? NodeFile.Read(_nodesFile.Name, file)
            : [.. Enumerable.Range(0, _nodes.Read(parsed)).Select(i => string.Create(CultureInfo.InvariantCulture, $"node-{i}")).Select(name => new RingNode(name))];
    }
}

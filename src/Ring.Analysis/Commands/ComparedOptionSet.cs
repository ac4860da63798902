using System.CommandLine;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Rivals;

namespace RingPerf.Analysis.Commands;

/// <summary>The options that say on which nodes and keys algorithms are compared.</summary>
internal sealed class ComparedOptionSet : OptionSet
{
    private const int DefaultNodes = 100;
    private const int DefaultKeys = 100_000;

    private readonly RingOptionSet _ring = new(DefaultNodes, "of random names");
    private readonly CountOption _keys = new("--keys", "Random keys of each run", least: 1, DefaultKeys);
    private readonly Option<string> _keysFile = new("--keys-file") { Description = "Keys of every run, one a line; - is standard input", HelpName = "FILE" };

    internal override IEnumerable<Option> Options => [.. _ring.Options, _keys.Option, _keysFile];

    /// <summary>The user's ring and what it is compared on; keys of a file are read.</summary>
    /// <exception cref="BadInputException">An option or a file is wrong.</exception>
    internal (HashRingOptions Options, ComparedInput Input) Read(ParseResult parsed, ToolStreams streams)
    {
        RingInput ring = _ring.Read(parsed);
        RingNode[]? own = _ring.HasFile(parsed) ? [.. ring.Nodes] : null;
        RingInput.CheckSize(ring.Nodes.Count, ring.Options.Replicas, ring.Options.Profile);
        if (own is not null)
        {
            CheckOnce(own);

            // Weights that the profile does not take are told before anything runs.
            ring.Build();
        }

        MemoryKeys? ownKeys = ReadKeys(parsed, streams);
        int keys = ownKeys?.Count ?? _keys.Read(parsed);
        return (ring.Options, new ComparedInput(ring.Nodes.Count, keys, own, ownKeys));
    }

    private MemoryKeys? ReadKeys(ParseResult parsed, ToolStreams streams)
    {
        if (parsed.GetValue(_keysFile) is not { } file)
        {
            return null;
        }

        if (_keys.IsGiven(parsed))
        {
            throw OptionText.Excluding(_keys.Option.Name, _keysFile.Name);
        }

        using FileKeys source = KeyOptionSet.FileOf(_keysFile, file, streams);
        var keys = MemoryKeys.Of(source);
        return keys.Count > 0 ? keys : throw new BadInputException($"{_keysFile.Name}: {file} has no keys; it must have at least one line");
    }

    private static void CheckOnce(RingNode[] nodes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (RingNode node in nodes)
        {
            if (!seen.Add(node.Name))
            {
                throw new BadInputException($"--nodes-file: the node \"{node.Name}\" is given twice; to be compared each must be given once");
            }
        }
    }
}

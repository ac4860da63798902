using System.CommandLine;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Commands;

/// <summary>The options that say where keys come from; without any, the real names packed with the tool.</summary>
internal sealed class KeyOptionSet : OptionSet
{
    private const string PackedFile = "data/debian-bookworm-packages.txt";
    private const string PackedDescription = "package names of Debian 12";

    private readonly Option<string> _keys = new("--keys") { Description = "Number of random UUIDs as keys", HelpName = "N" };
    private readonly Option<string> _keysFile = new("--keys-file")
    {
        Description = "Keys, one a line; - is standard input (default: 63,682 package names of Debian 12)",
        HelpName = "FILE",
    };

    private readonly SeedOption _seed = new();

    internal override IEnumerable<Option> Options => [_keys, _keysFile, .. _seed.Options];

    /// <summary>The seed.</summary>
    internal ulong ReadSeed(ParseResult parsed) => _seed.Read(parsed);

    /// <summary>The source of keys; a file is found to exist, but not read yet.</summary>
    /// <exception cref="BadInputException">An option is wrong or the file cannot be opened.</exception>
    internal KeySource Read(ParseResult parsed, ToolStreams streams)
    {
        string? count = parsed.GetValue(_keys);
        string? file = parsed.GetValue(_keysFile);
        ulong seed = ReadSeed(parsed);
        if (count is not null && file is not null)
        {
            throw OptionText.Excluding(_keys.Name, _keysFile.Name);
        }

        if (count is not null)
        {
            return new SeededKeys(OptionText.Integer(_keys.Name, count, least: 0), seed);
        }

        if (file is null)
        {
            return new FileKeys(Path.Combine(AppContext.BaseDirectory, PackedFile), PackedDescription, streams.Input);
        }

        return FileOf(_keysFile, file, streams);
    }

    /// <summary>The keys of a file, found to exist, or of standard input.</summary>
    /// <exception cref="BadInputException">The file cannot be opened.</exception>
    internal static FileKeys FileOf(Option<string> option, string file, ToolStreams streams)
    {
        // Opening is left to the one pass over it: a pipe can be opened once.
        if (file != InputFile.StandardInput && !File.Exists(file))
        {
            InputFile.Open(option.Name, file).Dispose();
        }

        string description = file == InputFile.StandardInput ? "keys from standard input" : $"keys of {Path.GetFileName(file)}";
        return new FileKeys(file, description, streams.Input);
    }
}

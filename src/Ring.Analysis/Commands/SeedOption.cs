using System.CommandLine;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Commands;

/// <summary>The seed of everything random.</summary>
internal sealed class SeedOption : OptionSet
{
    private const ulong Default = 1;

    private readonly Option<string> _seed = new("--seed") { Description = $"Seed of everything random (default {Default})", HelpName = "S" };

    internal override IEnumerable<Option> Options => [_seed];

    /// <exception cref="BadInputException">The option is wrong.</exception>
    internal ulong Read(ParseResult parsed) => parsed.GetValue(_seed) is { } seed ? OptionText.Seed(_seed.Name, seed) : Default;
}

using System.CommandLine;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Commands;

/// <summary>An option that takes how many of something there are.</summary>
internal sealed class CountOption(string name, string description, int least, int defaultCount)
{
    /// <summary>The option as a command has it.</summary>
    internal Option<string> Option { get; } = new(name) { Description = $"{description} (default {defaultCount})", HelpName = "N" };

    internal bool IsGiven(ParseResult parsed) => parsed.GetValue(Option) is not null;

    /// <exception cref="BadInputException">The option is no whole number, or below the least.</exception>
    internal int Read(ParseResult parsed) =>
        parsed.GetValue(Option) is { } text ? OptionText.Integer(Option.Name, text, least) : defaultCount;
}

using System.CommandLine;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Commands;

/// <summary>An option that takes one of a few names, the first of which is the default.</summary>
internal sealed class ChoiceOption<T>(string name, string description, (string Name, T Value)[] allowed)
{
    /// <summary>The option as a command has it.</summary>
    internal Option<string> Option { get; } = new(name)
    {
        Description = $"{description}: {string.Join(", ", allowed.Select(choice => choice.Name))} (default {allowed[0].Name})",
        HelpName = "NAME",
    };

    /// <exception cref="BadInputException">The option names none of them.</exception>
    internal T Read(ParseResult parsed) =>
        parsed.GetValue(Option) is { } text ? OptionText.OneOf(Option.Name, text, allowed) : allowed[0].Value;
}

using System.CommandLine;
using System.Globalization;

namespace RingPerf.Fleet.Commands;

/// <summary>Options with a value out of a few, with errors that name the option, the text and what is allowed.</summary>
internal static class OptionText
{
    /// <summary>An option whose default is the first of the values.</summary>
    internal static Option<string> Choice<T>(string name, string description, (string Name, T Value)[] allowed) => new(name)
    {
        Description = $"{description}: {Names(allowed)} (default {allowed[0].Name})",
        HelpName = "NAME",
    };

    internal static (string Name, T Value) Read<T>(ParseResult parsed, Option<string> option, (string Name, T Value)[] allowed)
    {
        string text = parsed.GetValue(option) ?? allowed[0].Name;
        int index = Array.FindIndex(allowed, choice => choice.Name == text);
        return index >= 0
            ? allowed[index]
            : throw FleetException.BadInput($"{option.Name} is \"{text}\"; it must be one of {Names(allowed)}");
    }

    internal static int ReadInteger(ParseResult parsed, Option<string> option, int otherwise)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= 1
            ? value
            : throw FleetException.BadInput($"{option.Name} is \"{text}\"; it must be a whole number from 1 to {int.MaxValue}");
    }

    private static string Names<T>((string Name, T Value)[] allowed) => string.Join(", ", allowed.Select(choice => choice.Name));
}

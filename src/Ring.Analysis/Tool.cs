using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using RingPerf.Analysis.Commands;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Reports;
using RingPerf.Fleet;

namespace RingPerf.Analysis;

/// <summary>Arguments to exit code: 0 done, 1 a failed run, 2 bad input; every error is one line on standard error.</summary>
internal static class Tool
{
    private const int Failed = 1;
    private const int BadInput = 2;

    internal static int Run(IReadOnlyList<string> args, ToolStreams streams)
    {
        streams = streams with { Output = new AnswerStream(streams.Output) };
        ParseResult parsed = ToolCommands.Root(streams).Parse(
            ToolCommands.WithDefaultCommand(args), new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (OptionWithoutValue(parsed) is { } lacking)
        {
            return Fail(streams, lacking, BadInput);
        }

        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            return Fail(streams, Describe(parsed), BadInput);
        }

        try
        {
            using StreamWriter help = streams.OpenText();
            return parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = help,
                Error = streams.Error,
            });
        }
        catch (BadInputException e)
        {
            return Fail(streams, e.Message, BadInput);
        }
        catch (FleetException e)
        {
            return Fail(streams, e.Message, e.IsBadInput ? BadInput : Failed);
        }
        catch (FailedRunException e)
        {
            return Fail(streams, e.Message, Failed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(streams, e.Message, Failed);
        }
        catch (OutOfMemoryException)
        {
            return Fail(streams, "not enough memory for a ring of this size", Failed);
        }
    }

    // The parser takes whatever follows an option as its value, be it the next option's name.
    private static string? OptionWithoutValue(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        foreach (OptionResult option in parsed.CommandResult.Children.OfType<OptionResult>())
        {
            string? value = option.Tokens.Select(token => token.Value).FirstOrDefault(value => command.Options.Any(other => other.Name == value));
            if (value is not null)
            {
                return $"{option.Option.Name} has no value; the option {value} follows it";
            }
        }

        return null;
    }

    private static string Describe(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.Count == 0)
        {
            return parsed.Errors[0].Message;
        }

        string unknown = WithoutSecrets(parsed.UnmatchedTokens[0]);
        string kind = unknown.StartsWith('-') ? "option" : "argument";
        Command command = parsed.CommandResult.Command;
        string path = PathOf(parsed.CommandResult);
        return command.Subcommands.Count > 0
            ? $"there is no command \"{path}{unknown}\"; it must be one of {string.Join(", ", command.Subcommands.Select(sub => path + sub.Name))}"
            : $"{path}has no {kind} \"{unknown}\"; ringperf {path}--help lists what it takes";
    }

    // Names below the root, each with a space behind it.
    private static string PathOf(SymbolResult? result) => result is CommandResult { Command: not RootCommand } command
        ? $"{PathOf(command.Parent)}{command.Command.Name} "
        : "";

    // A URL in the wrong place may hold a password.
    private static string WithoutSecrets(string text)
    {
        int scheme = text.IndexOf("://", StringComparison.Ordinal);
        return scheme < 0 ? text : $"{text[..scheme]}://***";
    }

    private static int Fail(ToolStreams streams, string message, int code)
    {
        streams.Error.WriteLine($"ringperf: {PrintableText.Of(message.ReplaceLineEndings(" "))}");
        return code;
    }
}

using System.CommandLine;
using RingPerf.Analysis.Commands;

namespace RingPerf.Analysis;

/// <summary>Arguments to exit code: 0 done, 1 a failed run, 2 bad input; every error is one line on standard error.</summary>
internal static class Tool
{
    private const int Failed = 1;
    private const int BadInput = 2;

    internal static int Run(IReadOnlyList<string> args, ToolStreams streams)
    {
        ParseResult parsed = ToolCommands.Root(streams).Parse(
            ToolCommands.WithDefaultCommand(args), new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (parsed.Errors.Count > 0 && parsed.Action is not System.CommandLine.Help.HelpAction)
        {
            return Fail(streams, parsed.Errors[0].Message, BadInput);
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

    private static int Fail(ToolStreams streams, string message, int code)
    {
        streams.Error.WriteLine($"ringperf: {message.ReplaceLineEndings(" ")}");
        return code;
    }
}

using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Reports;

/// <summary>An answer that fits in memory to standard output, in the form the user wants.</summary>
internal static class Answer
{
    internal static void Write(ToolStreams streams, OutputFormat format, Func<string> json, Func<string> csv, Action<ConsoleTable> table)
    {
        using StreamWriter output = streams.OpenText();
        switch (format)
        {
            case OutputFormat.Json:
                output.Write(json());
                break;
            case OutputFormat.Csv:
                output.Write(csv());
                break;
            default:
                table(new ConsoleTable(output, streams.Width));
                break;
        }
    }
}

using System.CommandLine;

namespace RingPerf.Analysis.Reports;

/// <summary>The files of a command that answers with one document.</summary>
internal static class DocumentFiles
{
    /// <summary>Writes the document in both forms with what made it, and puts the folder into place.</summary>
    internal static void WriteDocuments(
        this OutputFolder folder, string name, string json, string csv, HashRing ring, ParseResult parsed, string keys)
    {
        folder.Write($"{name}.json", json);
        folder.Write($"{name}.csv", csv);
        folder.Write(OutputFolder.Marker, JsonContract.Text(RunDescription.Of(ring, CommandLineOf(parsed), keys)));
        folder.Complete();
    }

    /// <summary>The command line as it was given, words with blanks in quotes.</summary>
    internal static string CommandLineOf(ParseResult parsed) => string.Join(
        ' ', parsed.Tokens.Select(token => token.Value.Contains(' ', StringComparison.Ordinal) ? $"'{token.Value}'" : token.Value).Prepend("ringperf"));
}

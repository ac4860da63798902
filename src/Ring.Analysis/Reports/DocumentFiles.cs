using System.CommandLine;

namespace RingPerf.Analysis.Reports;

/// <summary>The files of a command that answers with one document.</summary>
internal static class DocumentFiles
{
    /// <summary>Writes the document in both forms with what made it, and puts the folder into place.</summary>
    internal static void WriteDocuments(
        this OutputFolder folder, string name, string json, string csv, HashRing ring, ParseResult parsed, string keys) =>
        folder.WriteDocuments(name, json, csv, RunDescription.Of(ring, CommandLineOf(parsed), keys));

    /// <summary>Writes the document in both forms with what made it, and puts the folder into place.</summary>
    internal static void WriteDocuments(this OutputFolder folder, string name, string json, string csv, RunDescription run)
    {
        folder.Write($"{name}.json", json);
        folder.Write($"{name}.csv", csv);
        folder.Write(OutputFolder.Marker, JsonContract.Text(run));
        folder.Complete();
    }

    /// <summary>The command line as it was given, with every word that a shell would take apart in quotes.</summary>
    internal static string CommandLineOf(ParseResult parsed) =>
        string.Join(' ', parsed.Tokens.Select(token => Quoted(token.Value)).Prepend("ringperf"));

    private static string Quoted(string word) => word.Length > 0 && word.All(IsPlain)
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || "-_./:=,+%@".Contains(c, StringComparison.Ordinal);
}

using System.CommandLine;
using System.Globalization;

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

    /// <summary>A command line of another command with those of the given options that this one was given.</summary>
    internal static string CommandLineOf(string command, ParseResult parsed, IEnumerable<Option> options, FormattableString? more = null)
    {
        IEnumerable<string> given = options.SelectMany(option => (parsed.GetResult(option)?.Tokens ?? []).Select(token => $" {option.Name} {Quoted(token.Value)}"));
        return $"ringperf {command}{string.Concat(given)}{more?.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>A word as a shell must be given it.</summary>
    internal static string Quoted(string word) => word.Length > 0 && word.All(IsPlain)
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || "-_./:=,+%@".Contains(c, StringComparison.Ordinal);
}

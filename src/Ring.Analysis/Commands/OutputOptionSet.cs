using System.CommandLine;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Reports;

namespace RingPerf.Analysis.Commands;

/// <summary>The options that say in which form and where an answer goes.</summary>
internal sealed class OutputOptionSet
{
    private readonly Option<string> _format = RingOptionSet.Choice("--format", "Form of the answer", OptionText.Formats);
    private readonly Option<string> _out = new("--out") { Description = "Folder to write JSON and CSV to as well", HelpName = "DIR" };

    internal void AddTo(Command command)
    {
        command.Add(_format);
        command.Add(_out);
    }

    internal OutputFormat ReadFormat(ParseResult parsed) =>
        parsed.GetValue(_format) is { } format ? OptionText.OneOf(_format.Name, format, OptionText.Formats) : OutputFormat.Table;

    /// <summary>The folder, found writable, or null where none is wanted.</summary>
    internal OutputFolder? ReadFolder(ParseResult parsed) =>
        parsed.GetValue(_out) is { } folder ? OutputFolder.Create(folder) : null;
}

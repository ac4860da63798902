using System.CommandLine;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Reports;

namespace RingPerf.Analysis.Commands;

/// <summary>The options that say in which form and where an answer goes.</summary>
internal sealed class OutputOptionSet : OptionSet
{
    private readonly ChoiceOption<OutputFormat> _format = Format(OptionText.Formats);
    private readonly Option<string> _out = new("--out") { Description = "Folder to write JSON and CSV to as well", HelpName = "DIR" };

    internal override IEnumerable<Option> Options => [_format.Option, _out];

    /// <summary>The form alone, of commands that write no folder.</summary>
    internal static ChoiceOption<OutputFormat> Format((string Name, OutputFormat Value)[] allowed) => new("--format", "Form of the answer", allowed);

    internal OutputFormat ReadFormat(ParseResult parsed) => _format.Read(parsed);

    /// <summary>The folder, found writable, or null where none is wanted.</summary>
    internal OutputFolder? ReadFolder(ParseResult parsed) =>
        parsed.GetValue(_out) is { } folder ? OutputFolder.Create(folder) : null;
}

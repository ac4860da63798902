using System.CommandLine;
using RingPerf.Coordination;
using RingPerf.Fleet.Answers;
using RingPerf.Fleet.Backends;

namespace RingPerf.Fleet.Commands;

/// <summary>The options that every command of a fleet has: back end, group, form of the answer.</summary>
internal sealed class GroupOptionSet
{
    private static readonly (string Name, AnswerForm Value)[] Forms =
        [("table", AnswerForm.Table), ("json", AnswerForm.Json), ("csv", AnswerForm.Csv)];

    private readonly Option<string> _url = new("--backend-url")
    {
        Description = $"The back end as the fleet's own URL has it; schemes: {BackendAddress.Schemes}",
        HelpName = "URL",
        Required = true,
    };

    private readonly Option<string> _group = new("--group") { Description = "The group", HelpName = "G", Required = true };
    private readonly Option<string> _format = OptionText.Choice("--format", "Form of the answer", Forms);

    internal void AddTo(Command command)
    {
        command.Add(_url);
        command.Add(_group);
        command.Add(_format);
    }

    /// <summary>The group, not read yet.</summary>
    /// <exception cref="FleetException">An option is wrong.</exception>
    internal GroupReader Open(ParseResult parsed)
    {
        BackendUrl url = BackendAddress.Parse(_url.Name, parsed.GetValue(_url)!);
        return new GroupReader(_group.Name, parsed.GetValue(_group)!, url, BackendAddress.Open(_url.Name, url));
    }

    /// <summary>The way to write an answer in the form asked for.</summary>
    /// <exception cref="FleetException">There is no such form.</exception>
    internal Action<IAnswer> ReadForm(ParseResult parsed, IFleetOutput output) =>
        OptionText.Read(parsed, _format, Forms).Value switch
        {
            AnswerForm.Json => answer => output.WriteJson(answer.WriteJson),
            AnswerForm.Csv => answer => answer.WriteCsv(output),
            _ => answer => answer.WriteTable(output),
        };
}

using System.CommandLine;
using System.Globalization;
using RingPerf.Coordination;

namespace RingPerf.Samples.PartitionedWorker;

/// <summary>The worker's options: their texts to values, with errors that name the option, the text and what is allowed.</summary>
internal sealed class WorkerOptionSet
{
    private const double MostSeconds = 86_400;
    private const int MostAgents = 1000;

    private readonly Option<string> _backendUrl = Text("--backend-url", "URL", "The back end, such as memory://demo; without one, everything is each agent's own");
    private readonly Option<string> _group = Text("--group", "NAME", "The group to join");
    private readonly Option<string> _memberId = Text("--member-id", "NAME", "The agent's name, with -1, -2, … behind it where there are several (default a UUID)");
    private readonly Option<string> _agents = Text("--agents", "N", "Agents in this process (default 1)");
    private readonly Option<string> _items = Text("--items", "FILE", "The items to share, one a line");
    private readonly Option<string> _poll = Text("--poll", "SECONDS", "Time between two polls (default 1)");
    private readonly Option<string> _heartbeat = Text("--heartbeat", "SECONDS", "Time between two heartbeats (default 1)");
    private readonly Option<string> _labels = Text("--labels", "NAME", "How a name is hashed: python-bytes, plain (default python-bytes)");
    private readonly Option<string> _leaveAfter = Text("--leave-after", "SECONDS", "When the last agent leaves the group; alone, it ends the run (default never)");

    internal void AddTo(Command command)
    {
        foreach (Option<string> option in
            (ReadOnlySpan<Option<string>>)[_backendUrl, _group, _memberId, _agents, _items, _poll, _heartbeat, _labels, _leaveAfter])
        {
            command.Add(option);
        }
    }

    /// <summary>Reads every option, and the items.</summary>
    /// <exception cref="BadInputException">An option or the file is wrong.</exception>
    internal WorkerOptions Read(ParseResult parsed) => new(
        parsed.GetValue(_backendUrl),
        Required(parsed, _group),
        parsed.GetValue(_memberId),
        Integer(parsed, _agents, MostAgents) ?? 1,
        ItemFile.Read(_items.Name, Required(parsed, _items)),
        Seconds(parsed, _poll) ?? TimeSpan.FromSeconds(1),
        Seconds(parsed, _heartbeat) ?? TimeSpan.FromSeconds(1),
        Labels(parsed),
        Seconds(parsed, _leaveAfter));

    private static Option<string> Text(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description };

    private static string Required(ParseResult parsed, Option<string> option) =>
        parsed.GetValue(option) is { Length: > 0 } text ? text : throw new BadInputException($"{option.Name} is missing; it is required");

    private static int? Integer(ParseResult parsed, Option<string> option, int most)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= 1 && value <= most
            ? value
            : throw new BadInputException($"{option.Name} is \"{text}\"; it must be a whole number from 1 to {most}");
    }

    private static TimeSpan? Seconds(ParseResult parsed, Option<string> option)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            && value is >= BackendUrl.MinSeconds and <= MostSeconds
            ? TimeSpan.FromSeconds(value)
            : throw new BadInputException(FormattableString.Invariant(
                $"{option.Name} is \"{text}\"; it must be a number of seconds from {BackendUrl.MinSeconds} to {MostSeconds}"));
    }

    private LabelFormat Labels(ParseResult parsed) => parsed.GetValue(_labels) switch
    {
        null or "python-bytes" => LabelFormat.PythonBytes,
        "plain" => LabelFormat.Plain,
        string text => throw new BadInputException($"{_labels.Name} is \"{text}\"; it must be one of python-bytes, plain"),
    };
}

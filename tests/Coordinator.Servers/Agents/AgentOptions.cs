namespace RingPerf.Coordination.Servers.Agents;

/// <summary>What an agent process is started with.</summary>
/// <param name="BackendUrl">The back end's URL.</param>
/// <param name="Group">The group.</param>
/// <param name="MemberId">The agent's name.</param>
/// <param name="ItemsFile">The work, one item a line.</param>
public sealed record AgentOptions(string BackendUrl, string Group, string MemberId, string ItemsFile)
{
    /// <summary>Time between two polls.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(0.2);

    /// <summary>Time between two heartbeats.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(0.2);

    /// <summary>Whether labels are made of the name itself instead of Python's form of its bytes.</summary>
    public bool PlainLabels { get; init; }

    internal IEnumerable<string> Arguments =>
    [
        "--backend-url", BackendUrl, "--group", Group, "--member-id", MemberId, "--items", ItemsFile,
        "--poll", FormattableString.Invariant($"{Poll.TotalSeconds}"),
        "--heartbeat", FormattableString.Invariant($"{Heartbeat.TotalSeconds}"),
        "--labels", PlainLabels ? "plain" : "python-bytes",
    ];
}

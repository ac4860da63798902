namespace RingPerf.Coordination.Soak;

/// <summary>How a fleet is soaked.</summary>
/// <param name="Duration">How long faults are made; the one under way at the end is finished.</param>
/// <param name="Seed">Draws the faults and their victims.</param>
internal sealed record SoakSettings(TimeSpan Duration, int Seed)
{
    /// <summary>Agents that are processes of their own, every other one a Python original.</summary>
    internal int RealAgents { get; init; } = 10;

    /// <summary>Agents in the process that makes the faults.</summary>
    internal int SimulatedAgents { get; init; } = 50;

    /// <summary>Work items of the group.</summary>
    internal int Items { get; init; } = 300;

    /// <summary>How long a member lives without a heartbeat, and the longest that an operation takes: T.</summary>
    internal TimeSpan Life { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Time between two polls: P.</summary>
    internal TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Time between two heartbeats.</summary>
    internal TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(0.75);

    /// <summary>What a busy machine adds to a bound.</summary>
    internal TimeSpan Slack { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the split must stay exact between two faults.</summary>
    internal TimeSpan Rest => 3 * Poll;
}

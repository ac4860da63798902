namespace RingPerf.Coordination.Servers.Agents;

/// <summary>An agent of a fleet under test, in whatever language and process.</summary>
public interface IAgent : IAsyncDisposable
{
    string Id { get; }

    /// <summary>The polls so far.</summary>
    long Polls { get; }

    /// <summary>What it said at its last poll; null before the first.</summary>
    AgentReport? Last { get; }

    /// <summary>What it logged, for a failed assertion to show.</summary>
    string Log { get; }

    /// <summary>Makes it leave the group and end.</summary>
    Task StopAsync();
}

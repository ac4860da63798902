using RingPerf.Coordination.Contract;
using RingPerf.Coordination.InMemory;

namespace RingPerf.Coordination.Tests;

/// <summary>One clock, one store in memory, one scripted back end, and what the agents logged.</summary>
internal sealed class Lab
{
    internal const string Group = "alarm_evaluator";
    internal const string Memory = "memory://lab?membership_timeout=5";
    internal const string Scripted = "scripted://:secret@host?timeout=30";

    internal Lab() =>
        Drivers = new CoordinationDriverRegistry().AddInMemory().Add("scripted", settings => new ScriptedDriver(settings, Script));

    internal SteppedTime Time { get; } = new();

    internal RecordingLoggers Loggers { get; } = new();

    internal Script Script { get; } = new();

    internal CoordinationDriverRegistry Drivers { get; }

    /// <summary>What the random draw for rejoins gives.</summary>
    internal double Draw { get; set; }

    internal InMemoryStore Store => InMemoryStore.Named("lab", Time);

    /// <summary>res-0 to below res-n.</summary>
    internal static string[] Items(int count) => [.. Enumerable.Range(0, count).Select(i => $"res-{i}")];

    internal PartitionCoordinator Agent(
        string? memberId = "agent-1", string? url = Memory, Action<PartitionCoordinatorOptions>? configure = null)
    {
        var options = new PartitionCoordinatorOptions { BackendUrl = url, MemberId = memberId };
        configure?.Invoke(options);
        return new PartitionCoordinator(options, Drivers, Loggers, Time, () => Draw);
    }

    internal async Task<PartitionCoordinator> StartedAsync(
        string? memberId = "agent-1", string? url = Memory, Action<PartitionCoordinatorOptions>? configure = null)
    {
        PartitionCoordinator agent = Agent(memberId, url, configure);
        await agent.StartAsync();
        return agent;
    }

    internal async Task<PartitionCoordinator> JoinedAsync(
        string? memberId = "agent-1", Action<PartitionCoordinatorOptions>? configure = null)
    {
        PartitionCoordinator agent = await StartedAsync(memberId, configure: configure);
        await agent.JoinGroupAsync(Group);
        return agent;
    }

    /// <summary>A driver of the store, to look from outside.</summary>
    internal async Task<InMemoryDriver> ObserverAsync(string memberId = "observer")
    {
        var driver = new InMemoryDriver(new DriverSettings(BackendUrl.Parse(Memory), MemberId.FromText(memberId)) { Time = Time });
        await driver.StartAsync();
        return driver;
    }
}

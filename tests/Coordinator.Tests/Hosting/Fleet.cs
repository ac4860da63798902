using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RingPerf.Coordination.Contract;
using RingPerf.Coordination.InMemory;

namespace RingPerf.Coordination.Tests;

/// <summary>Hosted agents around one store and one clock. T = 5 s, a heartbeat each second.</summary>
internal sealed class Fleet
{
    internal const string Group = Lab.Group;
    internal const string Url = "memory://fleet?membership_timeout=5&timeout=30";
    internal const double MembershipTimeout = 5;

    internal SteppedTime Time { get; } = new();

    internal RecordingLoggers Loggers { get; } = new();

    internal Script Script { get; } = new();

    internal InMemoryStore Store => InMemoryStore.Named("fleet", Time);

    /// <summary>A host's services with one agent, not started.</summary>
    internal HostedAgent Agent(
        string? memberId, Action<PartitionCoordinatorOptions>? configure = null, TimeProvider? time = null,
        Action<IServiceCollection>? services = null)
    {
        var all = new ServiceCollection();
        all.AddSingleton<ILoggerFactory>(Loggers);
        all.AddSingleton(time ?? Time);
        all.AddPartitionCoordinator(options =>
        {
            options.BackendUrl = Url;
            options.GroupId = Group;
            options.MemberId = memberId;
            configure?.Invoke(options);
        })
            // The store is found by its clock, which stays the fleet's where an agent has a clock of its own.
            .AddDriver(InMemoryDriver.Scheme, (_, settings) => new InMemoryDriver(settings with { Time = Time }))
            .AddDriver("scripted", (_, settings) => new ScriptedDriver(settings, Script));
        services?.Invoke(all);
        return new HostedAgent(all.BuildServiceProvider());
    }

    internal async Task<HostedAgent> StartedAsync(
        string? memberId, Action<PartitionCoordinatorOptions>? configure = null, TimeProvider? time = null)
    {
        HostedAgent agent = Agent(memberId, configure, time);
        await agent.StartAsync();
        return agent;
    }

    internal async Task<HostedAgent[]> StartedAsync(int agents)
    {
        var fleet = new HostedAgent[agents];
        for (int i = 0; i < agents; i++)
        {
            fleet[i] = await StartedAsync($"agent-{i}");
        }

        return fleet;
    }

    internal async Task<InMemoryDriver> ObserverAsync()
    {
        var driver = new InMemoryDriver(
            new DriverSettings(BackendUrl.Parse(Url), MemberId.FromText("observer")) { Time = Time });
        await driver.StartAsync();
        return driver;
    }

    /// <summary>Asserts that every item has exactly one owner.</summary>
    internal static async Task<Dictionary<string, string>> AssertExactSplitAsync(IEnumerable<HostedAgent> fleet, string[] items)
    {
        var owners = new Dictionary<string, string>();
        foreach (HostedAgent agent in fleet)
        {
            foreach (string item in await agent.ShareAsync(items))
            {
                Assert.True(owners.TryAdd(item, agent.Name), $"{item} has two owners.");
            }
        }

        Assert.Equal(items.Length, owners.Count);
        return owners;
    }
}

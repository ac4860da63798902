using System.Diagnostics;
using RingPerf.Coordination.Redis.Tests.Support;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Network;
using RingPerf.Coordination.Servers.Processes;
using RingPerf.Coordination.Servers.Redis;
using Xunit.Abstractions;

namespace RingPerf.Coordination.Redis.Tests.Faults;

/// <summary>A server that restarts, loses its data, is down or frozen.</summary>
public sealed class ServerFaultTests(ITestOutputHelper output) : Lab(output)
{
    private static readonly TimeSpan StopCap = TimeSpan.FromSeconds(5);

    protected override RedisServerOptions ServerOptions => new() { KeepsData = true };

    private IEnumerable<CoordinatorAgent> DotNetAgents => Fleet.Agents.OfType<CoordinatorAgent>();

    [RedisToozFact]
    public async Task Restart_DataKept_FleetGoesOn()
    {
        await StartFleetAsync();

        await Server.KillAsync();
        await Server.StartAgainAsync();

        await MeasureAsync("F6, restart with data, exact split after", Life + Poll);
        Assert.All(DotNetAgents, agent => Assert.True(agent.Polling.Status is TaskStatus.WaitingForActivation, agent.Log));
    }

    [RedisToozFact]
    public async Task Restart_DataLost_GroupIsMadeAnewAndEveryoneRejoins()
    {
        await StartFleetAsync();

        await Server.KillAsync();
        await Server.StartAgainEmptyAsync();

        // aodh's agents wait their backoff of a second after they made a group.
        await MeasureAsync("F7, restart without data, exact split after", Beat + Poll + TimeSpan.FromSeconds(1));
        Assert.Equal(Group, await RedisCli.RunAsync(Server.Port, "smembers", "_tooz_groups"));
    }

    [RedisToozFact]
    public async Task Flush_UnderAFleet_EveryoneRejoins()
    {
        await StartFleetAsync();

        await RedisCli.RunAsync(Server.Port, "flushall");

        await MeasureAsync("F7, data flushed, exact split after", Beat + Poll + TimeSpan.FromSeconds(1));
    }

    [RedisToozFact]
    public async Task Down_LongerThanALife_SharesAreEmptyThenExactAgain()
    {
        await StartFleetAsync();

        await Server.KillAsync();
        TimeSpan took = await Eventually.TrueAsync(
            () => DotNetAgents.All(agent => agent.Last is { State: "backend-lost", Mine.Count: 0 }), Patience, Fleet.Describe);
        Report("F8, server gone, every .NET share empty after", took, Poll + Deadline);
        await Task.Delay(Life + Life);
        Assert.All(DotNetAgents, agent => Assert.Equal(("backend-lost", 0), (agent.Last!.State, agent.Last.Mine.Count)));
        Assert.All(DotNetAgents, agent => Assert.Contains(agent.Warnings, line => line.Text.Contains("share is empty", StringComparison.Ordinal)));

        await Server.StartAgainAsync();
        await MeasureAsync("F8, server back after 2 T, exact split after", Life + Poll);
    }

    [RedisFact]
    public async Task Down_AtTheStart_AgentsJoinOnceItIsUpWithoutAHotLoop()
    {
        await Server.KillAsync();
        await using var proxy = new FaultProxy(Server.Port);
        for (int i = 0; i < 3; i++)
        {
            AddDotNet($"net-{i}", Url(proxy.Port));
        }

        TimeSpan down = Life + Life;
        await Task.Delay(down);
        double attempts = proxy.Accepted / down.TotalSeconds / Fleet.Agents.Count;
        Print($"F9, connections tried: {attempts:0.0} an agent and second, bound 10");
        Assert.InRange(attempts, 0.2, 10);

        await Server.StartAgainAsync();
        await MeasureAsync("F9, server up at last, exact split after", Beat + Poll + Poll);
    }

    [RedisFact]
    public async Task Frozen_EveryCallEndsByItsDeadlineAndTheFleetRecovers()
    {
        AddDotNet("net-1");
        CoordinatorAgent agent = AddDotNet("net-2");
        await SettleAsync();
        await using RedisDriver driver = await Drivers.StartAsync(Url(), "other");
        await driver.HeartbeatAsync();

        Server.Pause();
        (string Name, Func<Task> Call)[] calls =
        [
            ("members", () => driver.GetMembersAsync(Group).AsTask()),
            ("heartbeat", () => driver.HeartbeatAsync().AsTask()),
            ("join", () => driver.JoinGroupAsync(Group).AsTask()),
        ];
        foreach ((string name, Func<Task> call) in calls)
        {
            long begun = Stopwatch.GetTimestamp();
            // One that must connect first ends by its connect's own deadline, which is the same.
            CoordinationException error = await Assert.ThrowsAnyAsync<CoordinationException>(call);
            Assert.True(error is CoordinationTimeoutException or CoordinationConnectionException, error.ToString());
            Report($"F10, server frozen, {name} ended after", Stopwatch.GetElapsedTime(begun), Deadline);
        }

        await Eventually.TrueAsync(() => agent.Last is { State: "backend-lost", Mine.Count: 0 }, Patience, () => agent.Log);
        Server.Resume();
        await MeasureAsync("F10, server woken, exact split after", Life + Poll);
    }

    [RedisTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stop_ServerDownOrFrozen_EndsWithinItsCapAndLeavesNoThread(bool frozen)
    {
        CoordinatorAgent[] agents = [.. Enumerable.Range(0, 8).Select(i => AddDotNet($"net-{i}"))];
        await SettleAsync();
        if (frozen)
        {
            Server.Pause();
        }
        else
        {
            await Server.KillAsync();
        }

        foreach (CoordinatorAgent agent in agents)
        {
            await agent.AbandonAsync();
        }

        long begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(agents.Select(agent => agent.Coordinator.StopAsync().AsTask()));

        Report($"F4, stop with the server {(frozen ? "frozen" : "down")} took", Stopwatch.GetElapsedTime(begun), StopCap);
        await Eventually.TrueAsync(() => !OwnThreads().Any(), Patience, () => $"still there: {string.Join(", ", OwnThreads())}");
    }

    /// <summary>Threads of this process that the driver or its client made; those of the pool come and go.</summary>
    private static IEnumerable<string> OwnThreads() => Directory.GetDirectories("/proc/self/task")
        .Select(task => Path.Combine(task, "comm"))
        .Where(File.Exists)
        .Select(NameOrNothing)
        .Where(name => name.StartsWith("RingPerf", StringComparison.Ordinal) || name.Contains("Redis", StringComparison.Ordinal));

    private static string NameOrNothing(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (IOException)
        {
            // The thread ended meanwhile.
            return "";
        }
    }

    private async Task StartFleetAsync()
    {
        AddDotNet("net-1");
        AddDotNet("net-2");
        AddPython("py");
        await SettleAsync();
    }
}

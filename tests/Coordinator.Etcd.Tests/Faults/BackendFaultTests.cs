using System.Diagnostics;
using RingPerf.Coordination.Etcd.Tests.Support;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Etcd;
using RingPerf.Coordination.Servers.Network;
using RingPerf.Coordination.Servers.Processes;
using Xunit.Abstractions;

namespace RingPerf.Coordination.Etcd.Tests.Faults;

/// <summary>An etcd that dies, freezes or forgets.</summary>
public sealed class BackendFaultTests(ITestOutputHelper output)
{
    [EtcdTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F4_StopWithBackendGone_EndsWithinItsCap(bool frozen)
    {
        await using EtcdServer etcd = await EtcdServer.StartAsync();
        await using var fleet = new EtcdFleet();
        CoordinatorAgent agent = fleet.AddDotNet(etcd.Url("timeout=30"), "agent");
        await fleet.ExactSplitAsync(Bounds.Patience);
        if (frozen)
        {
            etcd.Pause();
        }
        else
        {
            await etcd.KillAsync();
        }

        long begun = Stopwatch.GetTimestamp();
        await agent.Coordinator.StopAsync();

        var cap = new PartitionCoordinatorOptions();
        output.Measured(
            $"F4 stop with etcd {(frozen ? "frozen" : "killed")}", Stopwatch.GetElapsedTime(begun), cap.StopTimeout + Bounds.Grace);
        Assert.False(agent.Coordinator.IsActive);
    }

    [EtcdToozFact]
    public async Task F6_RestartWithData_SplitsExactlyAgain()
    {
        await using EtcdServer etcd = await EtcdServer.StartAsync();
        await using var fleet = new EtcdFleet();
        fleet.AddDotNet(etcd.Url(Bounds.Query), "dotnet-1");
        fleet.AddDotNet(etcd.Url(Bounds.Query), "dotnet-2");
        fleet.AddPython(etcd.Url(Bounds.Query), "python");
        await fleet.ExactSplitAsync(Bounds.Patience);

        await etcd.KillAsync();
        await Eventually.TrueAsync(() => fleet.Agents.All(IsLost), Bounds.Takeover, fleet.Describe);
        await etcd.StartAgainAsync();

        output.Measured("F6 etcd restarted with data, split again", await fleet.ExactSplitAsync(Bounds.Patience), Bounds.Takeover);
    }

    [EtcdFact]
    public async Task F7_RestartWithoutData_GroupIsMadeAgainAndEveryoneRejoins()
    {
        await using EtcdServer etcd = await EtcdServer.StartAsync();
        await using var fleet = new EtcdFleet();
        foreach (int agent in Enumerable.Range(0, 3))
        {
            fleet.AddDotNet(etcd.Url(Bounds.Query), $"agent-{agent}");
        }

        await fleet.ExactSplitAsync(Bounds.Patience);
        await etcd.KillAsync();
        await Eventually.TrueAsync(() => fleet.Agents.All(IsLost), Bounds.Takeover, fleet.Describe);
        await etcd.StartAgainAsync(keepData: false);

        output.Measured(
            "F7 etcd restarted empty, split again", await fleet.ExactSplitAsync(Bounds.Patience), EtcdFleet.Heartbeat + Bounds.NextPoll);
        Assert.Equal(4, (await EtcdCtl.DumpAsync(etcd.Port)).Count);
    }

    [EtcdFact]
    public async Task F8_DownForLongerThanTheTimeout_EachOwnsNothingAndRecovers()
    {
        await using EtcdServer etcd = await EtcdServer.StartAsync();
        await using var fleet = new EtcdFleet();
        fleet.AddDotNet(etcd.Url(Bounds.Query), "agent-1");
        fleet.AddDotNet(etcd.Url(Bounds.Query), "agent-2");
        await fleet.ExactSplitAsync(Bounds.Patience);

        await etcd.KillAsync();
        TimeSpan lost = await Eventually.TrueAsync(() => fleet.Agents.All(IsLost), Bounds.Patience, fleet.Describe);
        output.Measured("F8 etcd killed, every share empty", lost, Bounds.NextPoll);
        long begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < 1.5 * Bounds.Timeout)
        {
            Assert.All(fleet.Agents, agent => Assert.True(IsLost(agent), fleet.Describe()));
            await Task.Delay(20);
        }

        await etcd.StartAgainAsync();
        output.Measured("F8 etcd back, split again", await fleet.ExactSplitAsync(Bounds.Patience), Bounds.Takeover);
    }

    [EtcdFact]
    public async Task F9_DownAtStart_JoinsWhenItIsUpWithoutAHotLoop()
    {
        await using EtcdServer etcd = await EtcdServer.StartAsync();
        await etcd.KillAsync();
        await using var proxy = new FaultProxy(etcd.Port);
        await using var fleet = new EtcdFleet();
        fleet.AddDotNet(etcd.Url(Bounds.Query, proxy.Port), "agent");
        await Task.Delay(2 * Bounds.Timeout);
        double rate = proxy.Accepted / (2 * Bounds.Timeout).TotalSeconds;
        output.WriteLine($"F9 connections tried while etcd was down: {rate:0.0} a second");
        Assert.InRange(rate, 0.5, 10);

        await etcd.StartAgainAsync();

        output.Measured(
            "F9 etcd up, joined", await fleet.ExactSplitAsync(Bounds.Patience), EtcdFleet.Heartbeat + Bounds.NextPoll);
    }

    [EtcdFact]
    public async Task F10_Frozen_EveryCallEndsByItsDeadlineAndBeatsGoOn()
    {
        await using EtcdServer etcd = await EtcdServer.StartAsync();
        await using EtcdDriver driver = await Drivers.StartAsync(etcd.Url(Bounds.Query));
        await driver.JoinOrCreateGroupAsync("group");
        etcd.Pause();

        foreach (int round in Enumerable.Range(0, 2))
        {
            long begun = Stopwatch.GetTimestamp();
            Task[] calls =
            [
                driver.GetMembersAsync("group").AsTask(), driver.HeartbeatAsync().AsTask(),
                driver.CreateGroupAsync("other").AsTask(), driver.LeaveGroupAsync("group").AsTask(),
            ];
            foreach (Task call in calls)
            {
                await Assert.ThrowsAsync<CoordinationTimeoutException>(() => call);
            }

            output.Measured(
                $"F10 etcd frozen, calls of round {round} ended", Stopwatch.GetElapsedTime(begun), Bounds.Timeout + Bounds.Grace);
        }

        etcd.Resume();
        long woken = Stopwatch.GetTimestamp();
        await driver.HeartbeatAsync();
        output.Measured("F10 etcd woken, beat", Stopwatch.GetElapsedTime(woken), Bounds.Grace);
    }

    private static bool IsLost(IAgent agent) => agent.Last is { State: "backend-lost", Mine.Count: 0 };
}

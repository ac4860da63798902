using System.Diagnostics;
using RingPerf.Coordination.Redis.Tests.Support;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Processes;
using RingPerf.Coordination.Servers.Redis;
using Xunit.Abstractions;

namespace RingPerf.Coordination.Redis.Tests.Faults;

/// <summary>Agents that die, leave, freeze or bear another's name.</summary>
public sealed class AgentFaultTests(ITestOutputHelper output) : Lab(output)
{
    [RedisToozTheory]
    [InlineData("net")]
    [InlineData("py")]
    public async Task Kill_OneOfThree_SurvivorsOwnEverything(string kind)
    {
        AgentProcess victim = kind == "net" ? AddDotNetProcess("victim") : AddPython("victim");
        AddDotNet("net");
        AddPython("py");
        await SettleAsync();

        await victim.Process.KillAsync();
        Fleet.Remove(victim);

        await MeasureAsync($"F2, {kind} killed, others own everything after", Life + Poll);
        await victim.DisposeAsync();
    }

    [RedisToozTheory]
    [InlineData("net")]
    [InlineData("py")]
    public async Task Terminate_OneOfThree_SurvivorsOwnEverythingByTheNextPoll(string kind)
    {
        AgentProcess leaver = kind == "net" ? AddDotNetProcess("leaver") : AddPython("leaver");
        AddDotNet("net");
        AddPython("py");
        await SettleAsync();

        await leaver.StopAsync();
        Fleet.Remove(leaver);

        await MeasureAsync($"F3, {kind} left, others own everything after", Poll);
        Assert.Equal(0, leaver.Process.ExitCode);
        Assert.Equal("0", await RedisCli.RunAsync(Server.Port, "exists", "_tooz_beats:leaver"));
        await leaver.DisposeAsync();
    }

    [RedisToozTheory]
    [InlineData("net")]
    [InlineData("py")]
    public async Task Freeze_TwoLives_WokenAgentRejoinsAndOverlapsForOnePollAtMost(string kind)
    {
        AgentProcess sleeper = kind == "net" ? AddDotNetProcess("sleeper") : AddPython("sleeper");
        AddDotNet("net");
        AddPython("py");
        await SettleAsync();

        sleeper.Process.Pause();
        Fleet.Remove(sleeper);
        await MeasureAsync($"F13, {kind} frozen, others own everything after", Life + Poll);
        await Task.Delay(Life);
        long polls = sleeper.Polls;
        sleeper.Process.Resume();
        Fleet.Add(sleeper);

        // Its share of before the freeze is worked on until it polls, so the split must be exact at its first poll but one.
        await MeasureAsync($"F13, {kind} woken, exact split after", Poll + Poll);
        Print($"F13, polls of the woken agent until then: {sleeper.Polls - polls}");
        Assert.DoesNotContain("backend-lost", sleeper.Log, StringComparison.Ordinal);
        if (kind == "net")
        {
            Assert.Contains("No heartbeat was sent for 00:00:0", sleeper.Log, StringComparison.Ordinal);
        }
    }

    [RedisFact]
    public async Task SameName_SecondAgent_IsWarnedOf()
    {
        CoordinatorAgent first = AddDotNet("twin");
        await SettleAsync();

        await using CoordinatorAgent second = DotNetAgent.Start(Options("twin"));
        TimeSpan took = await Eventually.TrueAsync(() => second.Warnings.Count > 0, Patience, () => second.Log);

        Report("F16, second agent of the same name warned after", took, Poll);
        Assert.Contains("has a member twin already", second.Warnings.First().Text, StringComparison.Ordinal);
        Assert.Empty(first.Warnings);
    }

    [RedisFact]
    public async Task Purged_BetweenTwoBeats_RejoinsWithinTheSameCall()
    {
        CoordinatorAgent agent = AddDotNet("net");
        await SettleAsync();
        await agent.AbandonAsync();
        await RedisCli.RunAsync(Server.Port, "hdel", $"_tooz_group:{Group}", "net");

        IReadOnlyList<string> mine = await agent.Coordinator.ExtractMySubsetAsync(Group, Items, item => item);

        Assert.Equal(Items, mine);
        Assert.Equal(PartitionState.Member, agent.Coordinator.Status.State);
    }

    [RedisToozFact]
    public async Task EveryBeatLapsesAtOnce_AsWhenTheServersClockJumps_FleetRejoins()
    {
        AddDotNet("net-1");
        AddDotNet("net-2");
        AddPython("py");
        await SettleAsync();

        foreach (IAgent agent in Fleet.Agents)
        {
            await RedisCli.RunAsync(Server.Port, "pexpireat", $"_tooz_beats:{agent.Id}", "1");
        }

        await MeasureAsync("F17, every beat lapsed, exact split after", Beat + Poll + Poll);
    }

    [RedisFact]
    public async Task WallClock_JumpsByAnHour_HasNoEffect()
    {
        var time = new JumpingTime();
        await using var driver = new RedisDriver(
            new DriverSettings(BackendUrl.Parse(Url()), MemberId.FromText("net")) { Time = time });
        await driver.StartAsync();
        await driver.JoinOrCreateGroupAsync(Group);

        foreach (TimeSpan jump in (TimeSpan[])[TimeSpan.FromHours(1), TimeSpan.FromHours(-1)])
        {
            time.Jump = jump;
            long begun = Stopwatch.GetTimestamp();
            await driver.HeartbeatAsync();
            Assert.Equal([driver.MemberId], await driver.GetMembersAsync(Group));
            Report($"F17, agent's wall clock {jump.TotalHours:+0;-0} h, two operations", Stopwatch.GetElapsedTime(begun), Deadline);
        }
    }

    /// <summary>The system's clock, its wall time set wrong.</summary>
    private sealed class JumpingTime : TimeProvider
    {
        public TimeSpan Jump { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Jump;
    }
}

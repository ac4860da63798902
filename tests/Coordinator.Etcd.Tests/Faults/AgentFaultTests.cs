using System.Diagnostics;
using RingPerf.Coordination.Etcd.Tests.Support;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Etcd;
using RingPerf.Coordination.Servers.Network;
using RingPerf.Coordination.Servers.Processes;
using Xunit.Abstractions;

namespace RingPerf.Coordination.Etcd.Tests.Faults;

/// <summary>Agents that die, freeze, leave or are cut off.</summary>
public sealed class AgentFaultTests(SharedEtcd shared, ITestOutputHelper output) : IClassFixture<SharedEtcd>
{
    private EtcdServer Server => shared.Server;

    [EtcdToozFact]
    public async Task F2_AgentKilled_SurvivorsOwnEverythingByTheTimeout()
    {
        await using var fleet = new EtcdFleet();
        string url = Server.Url(Bounds.Query);
        fleet.AddDotNet(url, "survivor");
        fleet.AddPython(url, "python-survivor");
        AgentProcess dotnet = fleet.AddDotNetProcess(url, "dotnet");
        AgentProcess python = fleet.AddPython(url, "python");
        await fleet.ExactSplitAsync(Bounds.Patience);

        foreach (AgentProcess victim in (AgentProcess[])[dotnet, python])
        {
            fleet.Remove(victim);
            await victim.Process.KillAsync();
            output.Measured($"F2 {victim.Id} killed, split again", await fleet.ExactSplitAsync(Bounds.Patience), Bounds.Takeover);
            await victim.DisposeAsync();
        }
    }

    [EtcdToozFact]
    public async Task F3_AgentStopped_SurvivorsOwnEverythingByThePoll()
    {
        await using var fleet = new EtcdFleet();
        // A lease of a minute: nobody can have waited for it.
        string url = Server.Url("timeout=2&membership_timeout=60");
        fleet.AddPython(url, "python");
        fleet.AddDotNet(url, "stays");
        AgentProcess leaves = fleet.AddDotNetProcess(url, "leaves");
        await fleet.ExactSplitAsync(Bounds.Patience);
        long lease = (await EtcdCtl.DumpAsync(Server.Port, $"tooz/groups/{fleet.Group}/leaves")).Single().Lease;

        fleet.Remove(leaves);
        await leaves.StopAsync();

        output.Measured("F3 agent stopped, split again", await fleet.ExactSplitAsync(Bounds.Patience), Bounds.NextPoll);
        Assert.Empty(await EtcdCtl.DumpAsync(Server.Port, $"tooz/groups/{fleet.Group}/leaves"));
        Assert.Equal(-1, (await EtcdCtl.LeaseAsync(Server.Port, lease)).Left);
        await leaves.DisposeAsync();
    }

    [EtcdFact]
    public async Task F5_AgentJoins_SplitIsExactAfterThePollAndOnlyItsShareMoved()
    {
        await using var fleet = new EtcdFleet();
        string url = Server.Url(Bounds.Query);
        CoordinatorAgent[] old = [fleet.AddDotNet(url, "old-1"), fleet.AddDotNet(url, "old-2"), fleet.AddDotNet(url, "old-3")];
        await fleet.ExactSplitAsync(Bounds.Patience);
        string[][] before = [.. old.Select(agent => agent.Last!.Mine.ToArray())];

        CoordinatorAgent joins = fleet.AddDotNet(url, "new");

        output.Measured("F5 agent joined, split again", await fleet.ExactSplitAsync(Bounds.Patience), Bounds.NextPoll);
        Assert.All(old.Zip(before), pair => Assert.Equal(pair.Second.Except(joins.Last!.Mine), pair.First.Last!.Mine));
    }

    [EtcdTheory]
    [InlineData(Fault.Blackhole)]
    [InlineData(Fault.LoseRequests)]
    [InlineData(Fault.LoseReplies)]
    public async Task F12_OneOfThreeCutOff_OthersTakeOverAndItOwnsNothing(Fault fault)
    {
        await using var fleet = new EtcdFleet();
        await using var proxy = new FaultProxy(Server.Port);
        // Calls end before the lease does, so that a beat can be tried again and again within it.
        const string Query = "timeout=1&membership_timeout=2";
        string url = Server.Url(Query);
        fleet.AddDotNet(url, "near-1");
        fleet.AddDotNet(url, "near-2");
        CoordinatorAgent cut = fleet.AddDotNet(Server.Url(Query, proxy.Port), "cut-off");
        await fleet.ExactSplitAsync(Bounds.Patience);

        proxy.Set(fault);
        fleet.Remove(cut);
        Task<TimeSpan> empty = Eventually.TrueAsync(
            () => cut.Last is { State: "backend-lost", Mine.Count: 0 }, Bounds.Patience, () => cut.Log);
        // Where etcd hears the agent and the agent not etcd, the beat that was due when that began still counts.
        TimeSpan bound = fault == Fault.LoseReplies ? Bounds.Takeover + EtcdFleet.Heartbeat : Bounds.Takeover;
        output.Measured($"F12 {fault} of one agent, the others split", await fleet.ExactSplitAsync(Bounds.Patience), bound);
        output.Measured($"F12 {fault} of one agent, it owns nothing", await empty, Bounds.Takeover);

        fleet.Add(cut);
        proxy.Set(Fault.None);
        output.Measured($"F12 {fault} healed, split again", await fleet.ExactSplitAsync(Bounds.Patience), Bounds.Takeover);
    }

    [EtcdFact]
    public async Task F13_AgentFrozenForTwoTimeouts_RejoinsWithOnePollOfOverlapAtMost()
    {
        await using var fleet = new EtcdFleet();
        string url = Server.Url(Bounds.Query);
        fleet.AddDotNet(url, "awake-1");
        fleet.AddDotNet(url, "awake-2");
        AgentProcess frozen = fleet.AddDotNetProcess(url, "frozen");
        await fleet.ExactSplitAsync(Bounds.Patience);

        await Bounds.NextPollAsync(frozen);
        frozen.Process.Pause();
        fleet.Remove(frozen);
        output.Measured("F13 agent frozen, the others split", await fleet.ExactSplitAsync(Bounds.Patience), Bounds.Takeover);
        await Task.Delay(Bounds.Timeout);

        fleet.Add(frozen);
        long polls = frozen.Polls;
        var overlaps = new HashSet<long>();
        long begun = Stopwatch.GetTimestamp();
        frozen.Process.Resume();
        while (!fleet.IsExact())
        {
            // An item that another agent owns too, by a poll that is no older.
            if (frozen.Polls > polls && frozen.Last is { } woken && fleet.Agents.Any(
                other => other != frozen && other.Last!.At >= woken.At && other.Last.Mine.Intersect(woken.Mine).Any()))
            {
                overlaps.Add(frozen.Polls);
            }

            Assert.True(Stopwatch.GetElapsedTime(begun) < Bounds.Patience, fleet.Describe());
            await Task.Delay(1);
        }

        output.Measured("F13 agent woken, split again", Stopwatch.GetElapsedTime(begun), EtcdFleet.Poll + Bounds.NextPoll);
        output.WriteLine($"F13 polls of the woken agent that overlapped: {overlaps.Count}");
        Assert.InRange(overlaps.Count, 0, 1);
    }

    [EtcdToozTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F16_NameOfALivingAgent_IsWarnedOf(bool livingIsPython)
    {
        await using var fleet = new EtcdFleet();
        string url = Server.Url(Bounds.Query);
        IAgent _ = livingIsPython ? fleet.AddPython(url, "same") : fleet.AddDotNetProcess(url, "same");
        await fleet.ExactSplitAsync(Bounds.Patience);

        await using var second = CoordinatorAgent.Start(fleet.Options(url, "same"), new CoordinationDriverRegistry().AddEtcd());
        TimeSpan took = await Eventually.TrueAsync(() => second.Warnings.Count > 0, Bounds.Patience, () => second.Log);

        output.Measured("F16 warned of the name", took, Bounds.NextPoll);
        Assert.Contains("has a member same already", second.Warnings.First().Text, StringComparison.Ordinal);
    }
}

using System.Diagnostics;
using RingPerf.Coordination.Etcd.Tests.Support;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Etcd;
using RingPerf.Coordination.Servers.Network;
using RingPerf.Coordination.Servers.Processes;
using Xunit.Abstractions;

namespace RingPerf.Coordination.Etcd.Tests.Faults;

/// <summary>Leases that lapse, and what must not make them lapse.</summary>
public sealed class LeaseFaultTests(SharedEtcd shared, ITestOutputHelper output) : IClassFixture<SharedEtcd>
{
    private static readonly TimeSpan Starved = 3 * Bounds.Timeout;

    private EtcdServer Server => shared.Server;

    [EtcdFact]
    public async Task F15_LeaseLapsedNextIsJoin_GetsANewLeaseFirst()
    {
        await using EtcdDriver driver = await Drivers.StartAsync(Server.Url(Bounds.Query), "lapsed");
        await driver.JoinOrCreateGroupAsync("f15");
        long lease = await LeaseOfAsync("f15", "lapsed");
        await EtcdCtl.RunAsync(Server.Port, "lease", "revoke", lease.ToString("x"));
        Assert.Empty(await driver.GetMembersAsync("f15"));

        long begun = Stopwatch.GetTimestamp();
        await driver.JoinGroupAsync("f15");

        output.Measured("F15 join after the lease lapsed", Stopwatch.GetElapsedTime(begun), Bounds.Grace);
        Assert.Equal([driver.MemberId], await driver.GetMembersAsync("f15"));
        Assert.NotEqual(lease, await LeaseOfAsync("f15", "lapsed"));
    }

    [EtcdFact]
    public async Task F15_LeaseLapsedNextIsABeat_JoinAfterItHangsOnTheNewLease()
    {
        await using EtcdDriver driver = await Drivers.StartAsync(Server.Url(Bounds.Query), "beating");
        await driver.JoinOrCreateGroupAsync("f15-beat");
        long lease = await LeaseOfAsync("f15-beat", "beating");
        await EtcdCtl.RunAsync(Server.Port, "lease", "revoke", lease.ToString("x"));

        Assert.Equal(Bounds.Timeout, await driver.HeartbeatAsync());
        await driver.JoinGroupAsync("f15-beat");
        for (int beat = 0; beat < 8; beat++)
        {
            await Task.Delay(Bounds.Timeout / 4);
            await driver.HeartbeatAsync();
        }

        Assert.Equal([driver.MemberId], await driver.GetMembersAsync("f15-beat"));
    }

    [EtcdFact]
    public async Task F15_LeaseOfAnAgentLapsed_IsAMemberAgainByTheNextPoll()
    {
        await using var fleet = new EtcdFleet();
        fleet.AddDotNet(Server.Url(Bounds.Query), "one");
        fleet.AddDotNet(Server.Url(Bounds.Query), "two");
        await fleet.ExactSplitAsync(Bounds.Patience);
        long lease = await LeaseOfAsync(fleet.Group, "one");

        await EtcdCtl.RunAsync(Server.Port, "lease", "revoke", lease.ToString("x"));
        await Bounds.NextPollAsync(fleet.Agents[0]);

        output.Measured("F15 lease revoked, split again", await fleet.ExactSplitAsync(Bounds.Patience), Bounds.NextPoll);
        Assert.NotEqual(lease, await LeaseOfAsync(fleet.Group, "one"));
    }

    [EtcdFact]
    public async Task StopDuringJoin_ManyTimes_LeavesNoMemberThatStaysForEver()
    {
        await using var slow = new FaultProxy(Server.Port) { Delay = TimeSpan.FromMilliseconds(1) };
        await using EtcdDriver creator = await Drivers.StartAsync(Server.Url(), "creator");
        await creator.CreateGroupAsync("race");
        for (int round = 0; round < 40; round++)
        {
            await using EtcdDriver driver = await Drivers.StartAsync(Server.Url("timeout=2", slow.Port), $"racer-{round}");
            Task join = driver.JoinGroupAsync("race").AsTask();
            Task beat = driver.HeartbeatAsync().AsTask();
            await Task.Delay(TimeSpan.FromMilliseconds(round % 10));
            await driver.StopAsync();
            foreach (Task call in (Task[])[join, beat])
            {
                Exception? error = await Record.ExceptionAsync(() => call);
                Assert.True(error is null or CoordinationException, error?.ToString());
            }
        }

        IReadOnlyList<EtcdPair> left = await EtcdCtl.DumpAsync(Server.Port, "tooz/groups/race/racer-");
        Assert.DoesNotContain(left, member => member.Lease == 0);
    }

    [EtcdTheory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task F17_WallClockJumpsAnHour_HasNoEffect(int hours)
    {
        var clock = new ShiftedTime();
        await using EtcdDriver driver = new(
            new DriverSettings(BackendUrl.Parse(Server.Url(Bounds.Query)), MemberId.FromText("clock")) { Time = clock });
        await driver.StartAsync();
        await driver.JoinOrCreateGroupAsync($"f17-{hours}");
        long lease = await LeaseOfAsync($"f17-{hours}", "clock");

        clock.Shift = TimeSpan.FromHours(hours);
        for (int beat = 0; beat < 10; beat++)
        {
            Assert.Equal([driver.MemberId], await driver.GetMembersAsync($"f17-{hours}"));
            await driver.HeartbeatAsync();
            await Task.Delay(Bounds.Timeout / 5);
        }

        Assert.Equal(lease, await LeaseOfAsync($"f17-{hours}", "clock"));
    }

    [EtcdFact]
    public async Task F18_ThreadPoolStarvedForThreeTimeouts_StaysAMember()
    {
        await using var fleet = new EtcdFleet();
        AgentProcess starving = fleet.AddDotNetProcess(Server.Url(Bounds.Query), "starving");
        await fleet.ExactSplitAsync(Bounds.Patience);
        long lease = await LeaseOfAsync(fleet.Group, "starving");

        await StarveAsync(starving);
        TimeSpan silence = TimeSpan.Zero;
        long begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < Starved)
        {
            Assert.Equal(lease, await LeaseOfAsync(fleet.Group, "starving"));
            TimeSpan age = DateTimeOffset.UtcNow - starving.Last!.At;
            silence = age > silence ? age : silence;
            await Task.Delay(100);
        }

        output.WriteLine($"F18 {silence.TotalSeconds:0.0} s without a poll, since the pool was starved; the lease is the same");
        Assert.True(silence > 2 * Bounds.Timeout, $"The pool was not starved: the longest time without a poll was {silence}.");
    }

    [EtcdFact]
    public async Task F18_GatewaySwitchedOff_NeedsThePoolAndIsBackWhenItIs()
    {
        await using EtcdServer plain = await EtcdServer.StartAsync(new EtcdServerOptions { Arguments = ["--enable-grpc-gateway=false"] });
        await using var fleet = new EtcdFleet();
        AgentProcess starving = fleet.AddDotNetProcess(plain.Url(Bounds.Query), "starving");
        await fleet.ExactSplitAsync(Bounds.Patience);
        await StarveAsync(starving);

        string key = $"tooz/groups/{fleet.Group}/starving";
        TimeSpan gone = await Eventually.TrueAsync(
            async () => (await EtcdCtl.DumpAsync(plain.Port, key)).Count == 0, Bounds.Patience, () => "It stays a member.");
        TimeSpan back = await Eventually.TrueAsync(
            async () => (await EtcdCtl.DumpAsync(plain.Port, key)).Count == 1, Bounds.Patience, fleet.Describe);

        output.WriteLine($"F18 without the gateway: gone after {gone.TotalSeconds:0.0} s, back after {back.TotalSeconds:0.0} s more");
    }

    private static Task StarveAsync(AgentProcess agent) =>
        agent.Process.Input.WriteLineAsync(FormattableString.Invariant($"{Starved.TotalSeconds}"));

    private async Task<long> LeaseOfAsync(string group, string member) =>
        (await EtcdCtl.DumpAsync(Server.Port, $"tooz/groups/{group}/{member}")).Single().Lease;
}

using System.Diagnostics;
using RingPerf.Coordination.Etcd.Tests.Fleets;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Etcd;
using RingPerf.Coordination.Servers.Processes;
using Xunit.Abstractions;

namespace RingPerf.Coordination.Etcd.Tests.Faults;

/// <summary>Leases that lapse, and what must not make them lapse.</summary>
public sealed class LeaseFaultTests(EtcdFixture etcd, ITestOutputHelper output) : IClassFixture<EtcdFixture>
{
    private EtcdServer Server => etcd.Server;

    [EtcdFact]
    public async Task F15_LeaseLapsedNextIsJoin_GetsANewLeaseFirst()
    {
        await using EtcdDriver driver = await Drivers.StartedAsync(Server.Url(Bounds.Query), "lapsed");
        await driver.JoinOrCreateGroupAsync("f15");
        long lease = await LeaseOfAsync("f15", "lapsed");
        await EtcdCtl.RunAsync(Server.Port, "lease", "revoke", lease.ToString("x"));
        Assert.Empty(await driver.GetMembersAsync("f15"));

        long begun = Stopwatch.GetTimestamp();
        await driver.JoinGroupAsync("f15");

        output.Measured("F15 join after the lease lapsed", Stopwatch.GetElapsedTime(begun), Fleet.Grace);
        Assert.Equal([driver.MemberId], await driver.GetMembersAsync("f15"));
        Assert.NotEqual(lease, await LeaseOfAsync("f15", "lapsed"));
    }

    [EtcdFact]
    public async Task F15_LeaseLapsedNextIsABeat_JoinAfterItHangsOnTheNewLease()
    {
        await using EtcdDriver driver = await Drivers.StartedAsync(Server.Url(Bounds.Query), "beating");
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
        await using var fleet = new Fleet();
        fleet.AddLocal(Server.Url(Bounds.Query), "one");
        fleet.AddLocal(Server.Url(Bounds.Query), "two");
        await fleet.SplitExactlyAsync(Bounds.Patience);
        long lease = await LeaseOfAsync(fleet.Group, "one");

        await EtcdCtl.RunAsync(Server.Port, "lease", "revoke", lease.ToString("x"));
        await Fleet.PollOnceAsync(fleet.Agents[0]);

        output.Measured("F15 lease revoked, split again", await fleet.SplitExactlyAsync(Bounds.Patience), Bounds.NextPoll);
        Assert.NotEqual(lease, await LeaseOfAsync(fleet.Group, "one"));
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
        await using var fleet = new Fleet();
        double starve = 3 * Bounds.Timeout.TotalSeconds;
        AgentProcess starving = fleet.AddProcess(Server.Url(Bounds.Query), "starving", starve);
        await Eventually.TrueAsync(() => starving.Polls >= 5, Bounds.Patience, () => starving.Log);
        long lease = await LeaseOfAsync(fleet.Group, "starving");

        long begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun).TotalSeconds < starve)
        {
            Assert.Equal(lease, await LeaseOfAsync(fleet.Group, "starving"));
            await Task.Delay(100);
        }

        // The pool was starved indeed: an agent polls five times a second.
        output.WriteLine($"F18 polls while the pool was starved for {starve} s: {starving.Polls - 5}; the lease is the same");
        Assert.InRange(starving.Polls, 5, 8);
    }

    [EtcdFact]
    public async Task F18_GatewaySwitchedOff_NeedsThePoolAndIsBackWhenItIs()
    {
        await using EtcdServer plain = await EtcdServer.StartAsync(new EtcdServerOptions { Arguments = ["--enable-grpc-gateway=false"] });
        await using var fleet = new Fleet();
        AgentProcess starving = fleet.AddProcess(plain.Url(Bounds.Query), "starving", 3 * Bounds.Timeout.TotalSeconds);
        await Eventually.TrueAsync(() => starving.Polls >= 5, Bounds.Patience, () => starving.Log);

        string key = $"tooz/groups/{fleet.Group}/starving";
        TimeSpan gone = await Eventually.TrueAsync(
            async () => (await EtcdCtl.DumpAsync(plain.Port, key)).Count == 0, Bounds.Patience, () => "It stays a member.");
        TimeSpan back = await Eventually.TrueAsync(
            async () => (await EtcdCtl.DumpAsync(plain.Port, key)).Count == 1, Bounds.Patience, () => starving.Log);

        output.WriteLine($"F18 without the gateway: gone after {gone.TotalSeconds:0.0} s, back after {back.TotalSeconds:0.0} s more");
    }

    private async Task<long> LeaseOfAsync(string group, string member) =>
        (await EtcdCtl.DumpAsync(Server.Port, $"tooz/groups/{group}/{member}")).Single().Lease;
}

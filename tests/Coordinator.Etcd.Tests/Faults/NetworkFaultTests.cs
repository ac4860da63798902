using System.Diagnostics;
using RingPerf.Coordination.Etcd.Tests.Support;
using RingPerf.Coordination.Servers.Etcd;
using RingPerf.Coordination.Servers.Network;
using Xunit.Abstractions;

namespace RingPerf.Coordination.Etcd.Tests.Faults;

/// <summary>A network that is slow, silent or hostile.</summary>
public sealed class NetworkFaultTests(SharedEtcd shared, ITestOutputHelper output) : IClassFixture<SharedEtcd>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.2);

    [EtcdTheory]
    [InlineData(Fault.Blackhole)]
    [InlineData(Fault.LoseRequests)]
    [InlineData(Fault.LoseReplies)]
    [InlineData(Fault.HalfOpen)]
    [InlineData(Fault.Reset)]
    [InlineData(Fault.Refuse)]
    public async Task F11_Connection_IsGivenUpByTheTimeoutAndMadeAgainOnce(Fault fault)
    {
        await using var proxy = new FaultProxy(shared.Server.Port);
        await using EtcdDriver driver = await Drivers.StartAsync(shared.Server.Url("timeout=2&membership_timeout=30", proxy.Port));
        string group = $"g-{fault}";
        await driver.JoinOrCreateGroupAsync(group);

        proxy.Set(fault);
        int before = proxy.Accepted;
        long begun = Stopwatch.GetTimestamp();
        int calls = 0;
        TimeSpan longest = default;
        while (Stopwatch.GetElapsedTime(begun) < 2.5 * Bounds.Timeout)
        {
            long called = Stopwatch.GetTimestamp();
            Task[] made = [driver.HeartbeatAsync().AsTask(), driver.GetMembersAsync(group).AsTask()];
            calls += made.Length;
            foreach (Task call in made)
            {
                CoordinationException error = await Assert.ThrowsAnyAsync<CoordinationException>(() => call);
                Assert.True(error is CoordinationConnectionException or CoordinationTimeoutException, error.ToString());
            }

            TimeSpan took = Stopwatch.GetElapsedTime(called);
            longest = took > longest ? took : longest;
            await Task.Delay(Pause);
        }

        output.Measured($"F11 {fault}, longest call", longest, Bounds.Timeout + Bounds.Grace);
        int during = proxy.Accepted - before;
        // A beat that the gateway cannot take goes by gRPC, which tries twice.
        Assert.InRange(during, 0, 3 * calls);
        proxy.Set(Fault.None);
        before = proxy.Accepted;
        begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(driver.HeartbeatAsync().AsTask(), driver.GetMembersAsync(group).AsTask());
        output.Measured($"F11 {fault} healed, every call", Stopwatch.GetElapsedTime(begun), Bounds.Grace);
        for (int call = 0; call < 10; call++)
        {
            await driver.HeartbeatAsync();
            Assert.Equal([driver.MemberId], await driver.GetMembersAsync(group));
        }

        output.WriteLine($"F11 {fault}: {during} connections for {calls} calls meanwhile, {proxy.Accepted - before} after");
        Assert.InRange(proxy.Accepted - before, 0, 2);
    }

    [EtcdFact]
    public async Task F10_LatencyBelowTheTimeout_KeepsTheMemberAndTheHeartIsNotHeldUpByReads()
    {
        await using var proxy = new FaultProxy(shared.Server.Port);
        TimeSpan timeout = 3 * Bounds.Timeout;
        await using EtcdDriver driver = await Drivers.StartAsync(shared.Server.Url($"timeout={timeout.TotalSeconds}", proxy.Port));
        await driver.JoinOrCreateGroupAsync("slow");
        await driver.HeartbeatAsync();

        // Both ways, so half the timeout a call; longer than elsewhere, so that a busy machine does not use up the other half.
        proxy.Delay = timeout / 4;
        long begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < 2 * timeout)
        {
            Task[] reads = [.. Enumerable.Range(0, 8).Select(_ => driver.GetMembersAsync("slow").AsTask())];
            long called = Stopwatch.GetTimestamp();
            await driver.HeartbeatAsync();
            output.Measured("F10 beat beside eight slow reads", Stopwatch.GetElapsedTime(called), timeout);
            await Task.WhenAll(reads);
        }

        Assert.Equal([driver.MemberId], await driver.GetMembersAsync("slow"));
    }

    [EtcdFact]
    public async Task F10_LatencyAboveTheTimeout_EndsByTheDeadlineAndRecovers()
    {
        await using var proxy = new FaultProxy(shared.Server.Port);
        await using EtcdDriver driver = await Drivers.StartAsync(shared.Server.Url("timeout=2", proxy.Port));
        await driver.JoinOrCreateGroupAsync("slower");

        proxy.Delay = Bounds.Timeout;
        long begun = Stopwatch.GetTimestamp();
        Task beat = driver.HeartbeatAsync().AsTask();
        await Assert.ThrowsAsync<CoordinationTimeoutException>(() => driver.GetMembersAsync("slower").AsTask());
        await Assert.ThrowsAsync<CoordinationTimeoutException>(() => beat);
        output.Measured("F10 latency of twice the timeout, calls ended", Stopwatch.GetElapsedTime(begun), Bounds.Timeout + Bounds.Grace);

        proxy.Delay = TimeSpan.Zero;
        begun = Stopwatch.GetTimestamp();
        await driver.HeartbeatAsync();
        await driver.GetMembersAsync("slower");
        output.Measured("F10 fast again, both calls", Stopwatch.GetElapsedTime(begun), Bounds.Grace);
    }
}

using System.Diagnostics;
using RingPerf.Coordination.Redis.Tests.Support;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Network;
using RingPerf.Coordination.Servers.Processes;
using RingPerf.Coordination.Servers.Redis;
using Xunit.Abstractions;

namespace RingPerf.Coordination.Redis.Tests.Faults;

/// <summary>A way to the server that is slow, lossy or cut.</summary>
public sealed class NetworkFaultTests(ITestOutputHelper output) : Lab(output)
{
    [RedisTheory]
    [InlineData(Fault.Blackhole)]
    [InlineData(Fault.LoseRequests)]
    [InlineData(Fault.LoseReplies)]
    [InlineData(Fault.HalfOpen)]
    [InlineData(Fault.Reset)]
    [InlineData(Fault.Refuse)]
    public async Task Cut_OneOfThree_OthersOwnItsShareAndItOwnsNothing(Fault fault)
    {
        await using var proxy = new FaultProxy(Server.Port);
        CoordinatorAgent cut = AddDotNet("cut", Url(proxy.Port));
        AddDotNet("net-1");
        AddDotNet("net-2");
        await SettleAsync();
        int connections = proxy.Accepted;

        long begun = Stopwatch.GetTimestamp();
        proxy.Set(fault);
        Fleet.Remove(cut);
        await using CoordinatorAgent _ = cut;
        TimeSpan noticed = await Eventually.TrueAsync(
            () => cut.Last is { State: "backend-lost", Mine.Count: 0 }, Patience, () => cut.Log);
        Report($"F11, {fault}, noticed after", noticed, Poll + Deadline);
        await Fleet.ExactSplitAsync(Patience);
        // The server still hears the beat that is the first to have no answer.
        TimeSpan bound = Life + Poll + (fault == Fault.LoseReplies ? Beat : TimeSpan.Zero);
        Report($"F12, {fault}, others own its share after", Stopwatch.GetElapsedTime(begun), bound);

        TimeSpan left = (Life * 3) - Stopwatch.GetElapsedTime(begun);
        await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        Assert.Equal(("backend-lost", 0), (cut.Last!.State, cut.Last.Mine.Count));
        double tried = (proxy.Accepted - connections) / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        // For each poll and each beat one, and the one that the client tries again at once.
        double most = 2 * ((1 / Poll.TotalSeconds) + (1 / Beat.TotalSeconds));
        Print($"F11, {fault}, connections tried while cut: {tried:0.0} a second, bound {most:0}");
        Assert.InRange(tried, 0, most);

        connections = proxy.Accepted;
        proxy.Set(Fault.None);
        Fleet.Add(cut);
        await MeasureAsync($"F12, {fault} healed, exact split after", Deadline + Beat + Poll);
        Print($"F11, {fault} healed, connections made: {proxy.Accepted - connections}");
        Assert.InRange(proxy.Accepted - connections, 1, 4);
        Fleet.Remove(cut);
    }

    [RedisFact]
    public async Task Slow_HalfTheDeadline_CallsSucceedAndTheMemberStays()
    {
        // Longer than elsewhere, so that a busy machine does not use up the other half.
        TimeSpan deadline = TimeSpan.FromSeconds(4);
        await using var proxy = new FaultProxy(Server.Port);
        CoordinatorAgent slow = AddDotNet("slow", Server.Url("timeout=4&membership_timeout=8", proxy.Port));
        AddDotNet("net");
        await SettleAsync();

        proxy.Delay = deadline / 4;
        await Task.Delay(deadline + (deadline / 2));

        await MeasureAsync("F10, 0.5 timeouts of latency, exact split after", deadline);
        Assert.Empty(slow.Warnings);
    }

    [RedisFact]
    public async Task Slow_TwiceTheDeadline_CallsEndByIt()
    {
        await using var proxy = new FaultProxy(Server.Port);
        await using RedisDriver driver = await Drivers.StartAsync(Url(proxy.Port), "slow");
        await driver.JoinOrCreateGroupAsync(Group);
        await driver.HeartbeatAsync();
        proxy.Delay = Deadline * 2;

        foreach (Func<Task> call in (Func<Task>[])[
            () => driver.GetMembersAsync(Group).AsTask(),
            () => driver.HeartbeatAsync().AsTask()])
        {
            long begun = Stopwatch.GetTimestamp();
            await Assert.ThrowsAnyAsync<CoordinationException>(call);
            Report("F10, 2 timeouts of latency, call ended after", Stopwatch.GetElapsedTime(begun), Deadline);
        }

        proxy.Delay = TimeSpan.Zero;
        Assert.Contains(driver.MemberId, await EventuallyReadAsync(driver));
    }

    [RedisFact]
    public async Task Slow_ReadsUnderWay_DoNotHoldUpABeat()
    {
        await using var proxy = new FaultProxy(Server.Port);
        await using RedisDriver driver = await Drivers.StartAsync(Url(proxy.Port), "net");
        await driver.JoinOrCreateGroupAsync(Group, MemberCapabilities.FromBytes(new byte[400_000]));
        await driver.HeartbeatAsync();
        proxy.BytesPerSecond = 100_000;
        Task<MemberCapabilities> reading = driver.GetCapabilitiesAsync(Group, driver.MemberId).AsTask();

        long begun = Stopwatch.GetTimestamp();
        await driver.HeartbeatAsync();
        Report("F10, a read of 4 s under way, beat took", Stopwatch.GetElapsedTime(begun), Deadline / 4);

        await Assert.ThrowsAsync<CoordinationTimeoutException>(() => reading);
    }

    private static async Task<IReadOnlyList<MemberId>> EventuallyReadAsync(RedisDriver driver)
    {
        IReadOnlyList<MemberId> members = [];
        await Eventually.TrueAsync(
            async () =>
            {
                try
                {
                    members = await driver.GetMembersAsync(Group);
                    return true;
                }
                catch (CoordinationException)
                {
                    return false;
                }
            },
            Patience,
            () => "the driver does not recover");
        return members;
    }
}

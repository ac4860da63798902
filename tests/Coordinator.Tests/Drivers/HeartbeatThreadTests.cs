using Microsoft.Extensions.Logging.Abstractions;
using RingPerf.Coordination.InMemory;

namespace RingPerf.Coordination.Tests;

/// <summary>Beats under the system's clock, which run on a thread of their own.</summary>
[Collection(nameof(StarvedPool))]
public sealed class HeartbeatThreadTests
{
    private const string Url = "memory://thread?membership_timeout=2";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.2);

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F18")]
    public void Beats_PoolStarvedForTwiceTheTimeout_KeepTheMemberAlive() => RunOutsideThePool(BeatWhileThePoolIsStarved);

    [Fact]
    public void Heart_PoolStarved_BeatsOn() => RunOutsideThePool(() =>
    {
        var driver = new InMemoryDriver(new DriverSettings(BackendUrl.Parse(Url), MemberId.FromText("heart")));
        driver.StartAsync().AsTask().GetAwaiter().GetResult();
        var heart = new Heart(driver, TimeProvider.System);
        using (var pool = new StarvedPool())
        {
            heart.Start();
            Assert.True(SpinWait.SpinUntil(() => heart.Beats >= 3, TimeSpan.FromSeconds(20)));
            Assert.False(pool.HasRoom);
        }

        heart.StopAsync().AsTask().GetAwaiter().GetResult();
        driver.DisposeAsync().AsTask().GetAwaiter().GetResult();
    });

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F4")]
    public async Task Stop_RealThread_IsGone()
    {
        PartitionCoordinator agent = await JoinedAsync("stopped");
        using var stop = new CancellationTokenSource();
        var loop = new HeartbeatLoop(agent, TimeSpan.FromDays(1), TimeProvider.System, NullLogger.Instance);
        Task ended = HeartbeatThread.RunAsync(loop.BeatAsync, "test", TimeProvider.System, stop.Token);
        Assert.False(ended.IsCompleted);

        await stop.CancelAsync();

        await ended.WaitAsync(TimeSpan.FromSeconds(20));
        await agent.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Beat_RaisesAndThenHoldsForEver_IsTriedAgainAndStopped(bool timers)
    {
        var lab = new Lab();
        var again = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stop = new CancellationTokenSource();
        int beats = 0;
        Task ended = HeartbeatThread.RunAsync(Beat, "test", timers ? lab.Time : TimeProvider.System, stop.Token);
        lab.Time.Pass(1);

        await again.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await stop.CancelAsync();

        await ended.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(2, beats);

        ValueTask<TimeSpan> Beat(CancellationToken cancellationToken)
        {
            if (++beats == 1)
            {
                throw new InvalidOperationException("no");
            }

            again.SetResult();
            return new(TimeSpan.MaxValue);
        }
    }

    private static void BeatWhileThePoolIsStarved()
    {
        PartitionCoordinator agent = JoinedAsync("starved").GetAwaiter().GetResult();
        var observer = new InMemoryDriver(new DriverSettings(BackendUrl.Parse(Url), MemberId.FromText("observer")));
        observer.StartAsync().AsTask().GetAwaiter().GetResult();
        using var stop = new CancellationTokenSource();
        Task ended = HeartbeatThread.RunAsync(
            new HeartbeatLoop(agent, Interval, TimeProvider.System, NullLogger.Instance).BeatAsync, "test", TimeProvider.System, stop.Token);

        using (var pool = new StarvedPool())
        {
            Thread.Sleep(TimeSpan.FromSeconds(4));
            Assert.False(pool.HasRoom);
            Assert.Equal([agent.MemberId], observer.GetMembersAsync(Lab.Group).AsTask().GetAwaiter().GetResult());
            Assert.False(agent.GetMembershipLost(Lab.Group).IsCancellationRequested);
        }

        stop.Cancel();
        ended.Wait();
        agent.DisposeAsync().AsTask().Wait();
    }

    private static void RunOutsideThePool(Action act)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(act));
        thread.Start();
        thread.Join();

        Assert.Null(failure);
    }

    private static async Task<PartitionCoordinator> JoinedAsync(string memberId)
    {
        var agent = new PartitionCoordinator(
            new PartitionCoordinatorOptions { BackendUrl = Url, MemberId = memberId }, new CoordinationDriverRegistry().AddInMemory());
        await agent.StartAsync().ConfigureAwait(false);
        await agent.ExtractMySubsetAsync(Lab.Group, ["a"], item => item).ConfigureAwait(false);
        return agent;
    }
}

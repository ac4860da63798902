using System.Diagnostics;
using System.Globalization;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Redis;
using Xunit.Abstractions;

namespace RingPerf.Coordination.Redis.Tests.Faults;

/// <summary>A thread pool whose threads all block.</summary>
public sealed class StarvedPoolTests(ITestOutputHelper output) : Lab(output)
{
    [RedisFact]
    public async Task Starved_TwoLives_IsStillAMember()
    {
        CoordinatorAgent agent = AddDotNet("net");
        await SettleAsync();
        var seen = new List<string>();
        string late = "";
        using var release = new ManualResetEventSlim();
        Thread observer = Observe(seen, text => late = text);

        // More blocking work than the pool adds threads in the meantime, about one or two a second.
        for (int i = 0; i < 500; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static release => ((ManualResetEventSlim)release!).Wait(), release);
        }

        observer.Start();
        // No await: there would be no thread to go on with.
        bool ended = observer.Join(Life + Life + Patience);
        release.Set();

        Assert.True(ended);
        Print($"F18, pool starved for {Life.TotalSeconds * 2} s: {late}; the beat key had at least {seen.Min()} ms left of {Life.TotalMilliseconds}");
        Assert.Contains("never ran", late, StringComparison.Ordinal);
        Assert.All(seen, left => Assert.InRange(int.Parse(left, CultureInfo.InvariantCulture), 1, Life.TotalMilliseconds));
        Assert.DoesNotContain(agent.Warnings, line => line.Text.Contains("heartbeat", StringComparison.Ordinal));
        await MeasureAsync("F18, pool free again, exact split after", Poll + Poll);
    }

    /// <summary>Looks at the beat key for two lives, on a thread of its own and over a connection that needs no pool.</summary>
    private Thread Observe(List<string> seen, Action<string> tell) => new(() =>
    {
        using RespConnection connection = RespConnection.Open(
            RedisAddress.Tcp("127.0.0.1", Server.Port), RedisCredentials.None, tls: null, Deadline, Deadline);
        int ran = 0;
        long begun = Stopwatch.GetTimestamp();
        ThreadPool.QueueUserWorkItem(_ => Volatile.Write(ref ran, 1));
        while (Stopwatch.GetElapsedTime(begun) < Life + Life)
        {
            byte[][]? left = connection.Ask([.. "PTTL"u8], [.. "_tooz_beats:net"u8]);
            seen.Add(System.Text.Encoding.ASCII.GetString(left![0]));
            Thread.Sleep(20);
        }

        tell(Volatile.Read(ref ran) == 0 ? "a work item queued at its start never ran" : "the pool was not starved");
    })
    { IsBackground = true };
}

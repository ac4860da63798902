using RingPerf.Coordination.Servers.Etcd;
using RingPerf.Coordination.Servers.Redis;
using RingPerf.Coordination.Soak.Backends;
using RingPerf.Coordination.Soak.Running;
using Xunit.Abstractions;

namespace RingPerf.Coordination.Soak.Tests;

/// <summary>A short soak of ten agents in processes of their own, half of them Python's, and fifty in this one.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    [RedisToozFact]
    public Task Redis_ThirtySeconds_EverySplitIsExactInTimeAndLasts() => SoakAsync(RedisBackend.StartAsync);

    [EtcdToozFact]
    public Task Etcd_ThirtySeconds_EverySplitIsExactInTimeAndLasts() => SoakAsync(EtcdBackend.StartAsync);

    private async Task SoakAsync(Func<Task<ISoakBackend>> start)
    {
        await using ISoakBackend backend = await start();

        SoakResult result = await SoakRun.RunAsync(backend, new SoakSettings(Duration, Random.Shared.Next()), output.WriteLine);

        Assert.InRange(result.Faults, 1, int.MaxValue);
        foreach (Faults.Measured time in result.Measured)
        {
            output.WriteLine(FormattableString.Invariant($"{time.What}: {time.Took.TotalSeconds:0.00} s, bound {time.Bound.TotalSeconds:0.0} s"));
        }
    }
}

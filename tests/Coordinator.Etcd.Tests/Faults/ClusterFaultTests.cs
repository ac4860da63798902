using System.Diagnostics;
using RingPerf.Coordination.Etcd.Tests.Support;
using RingPerf.Coordination.Servers.Etcd;
using Xunit.Abstractions;

namespace RingPerf.Coordination.Etcd.Tests.Faults;

/// <summary>Three etcd nodes, one of which goes.</summary>
public sealed class ClusterFaultTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Bound = Timeout + EtcdFleet.Poll + Bounds.Grace;

    [EtcdTheory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Cluster_NodeInUseGoes_FleetGoesOnUponTheOthers(bool frozen, bool leads)
    {
        await using EtcdCluster cluster = await EtcdCluster.StartAsync();
        await using var fleet = new EtcdFleet();
        EtcdServer leader = await cluster.LeaderAsync();
        EtcdServer gone = leads ? leader : cluster.Nodes.First(node => node != leader);
        string url = cluster.Url("timeout=3", gone);
        fleet.AddDotNet(url, "dotnet-1");
        fleet.AddDotNet(url, "dotnet-2");
        fleet.AddDotNet(url, "dotnet-3");
        await fleet.ExactSplitAsync(Bounds.Patience);

        if (frozen)
        {
            gone.Pause();
        }
        else
        {
            await gone.KillAsync();
        }

        long begun = Stopwatch.GetTimestamp();
        TimeSpan split = TimeSpan.Zero;
        TimeSpan silence = TimeSpan.Zero;
        while (Stopwatch.GetElapsedTime(begun) < 2 * Bound)
        {
            // Whatever is broken must be whole again by the bound, and stay so.
            split = fleet.IsExact() ? split : Stopwatch.GetElapsedTime(begun);
            TimeSpan age = fleet.Agents.Max(agent => DateTimeOffset.UtcNow - agent.Last!.At);
            silence = age > silence ? age : silence;
            await Task.Delay(10);
        }

        string what = $"one of three nodes, {(leads ? "the leader" : "a follower")}, {(frozen ? "frozen" : "killed")}";
        output.Measured($"{what}, exact split for good", split, Bound);
        output.Measured($"{what}, longest time without a poll that ended", silence, Bound);
        await Bounds.NextPollAsync(fleet.Agents[0]);
        Assert.True(fleet.IsExact(), fleet.Describe());
        if (frozen)
        {
            gone.Resume();
        }
    }
}

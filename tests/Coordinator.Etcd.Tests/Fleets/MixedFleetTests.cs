using RingPerf.Coordination.Etcd.Tests.Support;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Etcd;

namespace RingPerf.Coordination.Etcd.Tests.Fleets;

public sealed class MixedFleetTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    [EtcdToozTheory]
    [InlineData("dotnet")]
    [InlineData("python")]
    [InlineData("mixed")]
    public async Task Fleet_OfTwoThreeAndTen_SplitsExactlyAsPythonsRing(string kind)
    {
        await using EtcdServer etcd = await EtcdServer.StartAsync();
        await using var shell = new ToozShell(EtcdPython.Environment);
        await using var fleet = new EtcdFleet();
        string url = etcd.Url("timeout=10");
        for (int agent = 0; agent < 10; agent++)
        {
            string id = $"{kind}-{agent}";
            IAgent _ = kind == "python" || (kind == "mixed" && agent % 2 == 1) ? fleet.AddPython(url, id) : fleet.AddDotNet(url, id);
            if (agent is 1 or 2 or 9)
            {
                await fleet.ExactSplitAsync(Patience);
                await fleet.AssertOwnersAreAodhsAsync(shell);
            }
        }
    }

    [EtcdToozFact]
    public async Task MixedFleet_AgentLeavesAndComesBack_SplitsExactlyEachTime()
    {
        await using EtcdServer etcd = await EtcdServer.StartAsync();
        await using var shell = new ToozShell(EtcdPython.Environment);
        await using var fleet = new EtcdFleet();
        string url = etcd.Url("timeout=10");
        fleet.AddPython(url, "python-0");
        fleet.AddPython(etcd.Url("timeout=10", scheme: "etcd3"), "python-1");
        fleet.AddDotNet(url, "dotnet-0");
        CoordinatorAgent leaving = fleet.AddDotNet(etcd.Url("timeout=10", scheme: "etcd3"), "dotnet-1");
        await fleet.ExactSplitAsync(Patience);
        IReadOnlyList<string> before = leaving.Last!.Mine;

        await leaving.StopAsync();
        fleet.Remove(leaving);
        await fleet.ExactSplitAsync(Patience);
        await fleet.AssertOwnersAreAodhsAsync(shell);

        CoordinatorAgent back = fleet.AddDotNet(url, "dotnet-1");
        await fleet.ExactSplitAsync(Patience);
        Assert.Equal(before, back.Last!.Mine);
    }
}

using RingPerf.Coordination.Redis.Tests.Support;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Processes;
using RingPerf.Coordination.Servers.Redis;

namespace RingPerf.Coordination.Redis.Tests.Fleets;

/// <summary>Fleets of agents in .NET and Python on one server: every item has exactly one owner, the one that aodh's ring names.</summary>
public sealed class FleetTests(SharedTooz shared) : IClassFixture<SharedTooz>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _group = $"group-{Guid.NewGuid():D}";

    [RedisToozTheory]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    [InlineData(10, 0)]
    [InlineData(0, 2)]
    [InlineData(0, 3)]
    [InlineData(0, 10)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(5, 5)]
    public async Task Fleet_Stable_SplitsExactlyAsAodhsRing(int dotnet, int python)
    {
        using var items = ItemsFile.Create(1000);
        await using Fleet fleet = Start(items, dotnet, python, plain: false);

        await fleet.ExactSplitAsync(Patience);
        await AssertOwnersAreAodhsAsync(fleet, items, "python-bytes");
        await fleet.ExactSplitAsync(Patience);
        await AssertOwnersAreAodhsAsync(fleet, items, "python-bytes");
    }

    [RedisToozFact]
    public async Task Fleet_PlainLabels_SplitsAsAodhsRingOverText()
    {
        using var items = ItemsFile.Create(1000);
        await using Fleet fleet = Start(items, dotnet: 3, python: 0, plain: true);

        await fleet.ExactSplitAsync(Patience);
        await AssertOwnersAreAodhsAsync(fleet, items, "plain");
    }

    [RedisToozFact]
    public async Task Fleet_DotNetAgentLeavesAndJoins_MovesItsItemsAlone()
    {
        using var items = ItemsFile.Create(1000);
        await using Fleet fleet = Start(items, dotnet: 2, python: 1, plain: false);
        await fleet.ExactSplitAsync(Patience);
        IReadOnlyDictionary<string, string> before = fleet.Owners();
        IAgent leaver = fleet.Agents[0];

        await leaver.StopAsync();
        fleet.Remove(leaver);
        await fleet.ExactSplitAsync(Patience);
        IReadOnlyDictionary<string, string> without = fleet.Owners();
        Assert.All(before.Where(owner => owner.Value != leaver.Id), owner => Assert.Equal(owner.Value, without[owner.Key]));

        fleet.Add(DotNetAgent.Start(Options(items, leaver.Id, plain: false)));
        await fleet.ExactSplitAsync(Patience);
        Assert.Equal(before.OrderBy(owner => owner.Key), fleet.Owners().OrderBy(owner => owner.Key));
        await leaver.DisposeAsync();
    }

    private async Task AssertOwnersAreAodhsAsync(Fleet fleet, ItemsFile items, string labels)
    {
        string[] members = [.. fleet.Agents.Select(agent => agent.Id).Order(StringComparer.Ordinal)];
        string[] owners = await shared.Tooz.ListAsync("ring", labels, 100, members, items.Items);
        IReadOnlyDictionary<string, string> ours = fleet.Owners();
        Assert.Equal(owners, items.Items.Select(item => ours[item]));
    }

    private Fleet Start(ItemsFile items, int dotnet, int python, bool plain)
    {
        var fleet = new Fleet(items.Items);
        for (int i = 0; i < dotnet; i++)
        {
            fleet.Add(DotNetAgent.Start(Options(items, $"net-{i}", plain)));
        }

        for (int i = 0; i < python; i++)
        {
            fleet.Add(PythonAgent.Start(Options(items, $"py-{i}", plain)));
        }

        return fleet;
    }

    // The timeout is long, so that a machine under load starts ten interpreters without losing a member.
    private AgentOptions Options(ItemsFile items, string member, bool plain) =>
        new(shared.Server.Url("timeout=20"), _group, member, items.Path) { PlainLabels = plain };
}

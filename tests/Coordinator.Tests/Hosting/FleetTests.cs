namespace RingPerf.Coordination.Tests;

/// <summary>Hosted fleets whose agents come, go and die; polls and heartbeats each second.</summary>
public sealed class FleetTests
{
    private static readonly string[] Items = Lab.Items(1000);

    private readonly Fleet _fleet = new();

    [Theory]
    [Trait(FailureCoverageTests.Trait, "F1")]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(50)]
    public async Task Split_StableFleet_IsExactAtEveryPollAndTheRings(int agents)
    {
        HostedAgent[] fleet = await _fleet.StartedAsync(agents);
        var ring = new HashRing(
            fleet.Select(agent => agent.Name).Order(StringComparer.Ordinal), new HashRingOptions { Labels = LabelFormat.PythonBytes });

        for (int poll = 0; poll < 3; poll++)
        {
            Dictionary<string, string> owners = await Fleet.AssertExactSplitAsync(fleet, Items);
            Assert.All(Items, item => Assert.Equal(ring.GetNode(item), owners[item]));
            _fleet.Time.Pass(4);
        }
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F2")]
    public async Task Split_AgentKilled_SurvivorsOwnEverythingAfterTheTimeout()
    {
        HostedAgent[] fleet = await _fleet.StartedAsync(3);
        HostedAgent[] survivors = fleet[..2];
        await Fleet.AssertExactSplitAsync(fleet, Items);

        // Its timers go on, but nothing of it reaches the store any more.
        _fleet.Store.Faults.CutOff(fleet[2].Coordinator.MemberId);
        _fleet.Time.Pass(Fleet.MembershipTimeout - 1.1);
        Assert.True(await Owned(survivors) < Items.Length);
        _fleet.Time.Pass(1.1);

        await Fleet.AssertExactSplitAsync(survivors, Items);
        Assert.Contains(_fleet.Loggers.Entries, entry => entry.Id == 22 && entry.Text.Contains("agent-2", StringComparison.Ordinal));
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F3")]
    public async Task Split_AgentStops_SurvivorsOwnEverythingAtTheNextPoll()
    {
        HostedAgent[] fleet = await _fleet.StartedAsync(3);

        await fleet[2].StopAsync();

        await Fleet.AssertExactSplitAsync(fleet[..2], Items);
        Assert.Equal(PartitionState.Inactive, fleet[2].Coordinator.GetMembership().State);
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F5")]
    public async Task Split_AgentJoins_MovesItsOwnShareAndNothingElse()
    {
        HostedAgent[] fleet = await _fleet.StartedAsync(4);
        Dictionary<string, string> before = await Fleet.AssertExactSplitAsync(fleet, Items);

        HostedAgent joined = await _fleet.StartedAsync("agent-4");
        Dictionary<string, string> after = await Fleet.AssertExactSplitAsync([.. fleet, joined], Items);

        string[] moved = [.. Items.Where(item => before[item] != after[item])];
        Assert.All(moved, item => Assert.Equal("agent-4", after[item]));
        Assert.InRange(moved.Length, Items.Length / 10, Items.Length * 3 / 10);
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F22")]
    public async Task Split_RollingRestart_NoItemIsWithoutOwnerForLong()
    {
        HostedAgent[] fleet = await _fleet.StartedAsync(10);
        Dictionary<string, string> owners = await Fleet.AssertExactSplitAsync(fleet, Items);
        int moves = 0;
        for (int i = 0; i < fleet.Length; i++)
        {
            await fleet[i].DisposeAsync();
            owners = CountMoves(owners, await Fleet.AssertExactSplitAsync([.. fleet[..i], .. fleet[(i + 1)..]], Items), ref moves);
            _fleet.Time.Pass(1);
            fleet[i] = await _fleet.StartedAsync($"agent-{i}");
            owners = CountMoves(owners, await Fleet.AssertExactSplitAsync(fleet, Items), ref moves);
            _fleet.Time.Pass(1);
        }

        // Each agent's share moves away and back, and nothing else does.
        Assert.Equal(2 * Items.Length, moves);
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F16")]
    public async Task Start_NameInUse_WarnsAndBothOwnTheSame()
    {
        HostedAgent first = await _fleet.StartedAsync("same");
        Assert.Equal(0, _fleet.Loggers.Count(13));

        HostedAgent second = await _fleet.StartedAsync("same");

        Assert.Equal(1, _fleet.Loggers.Count(13));
        Assert.Equal(await first.ShareAsync(Items), await second.ShareAsync(Items));
    }

    private static Dictionary<string, string> CountMoves(
        Dictionary<string, string> before, Dictionary<string, string> after, ref int moves)
    {
        moves += Items.Count(item => before[item] != after[item]);
        return after;
    }

    private static async Task<int> Owned(HostedAgent[] fleet)
    {
        int owned = 0;
        foreach (HostedAgent agent in fleet)
        {
            owned += (await agent.ShareAsync(Items)).Count;
        }

        return owned;
    }
}

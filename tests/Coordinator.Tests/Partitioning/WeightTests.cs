namespace RingPerf.Coordination.Tests;

/// <summary>Agents that take more of the work than others.</summary>
public sealed class WeightTests
{
    private static readonly string[] Items = Lab.Items(1000);

    private readonly Lab _lab = new();

    [Fact]
    public async Task Extract_Weights_SplitsByTheWeightedRing()
    {
        PartitionCoordinator light = await JoinedAsync("light", 1);
        PartitionCoordinator heavy = await JoinedAsync("heavy", 3.5);
        var ring = new HashRing(
            [new RingNode("heavy", 3.5), new RingNode("light")],
            new HashRingOptions { Labels = LabelFormat.PythonBytes, Collisions = CollisionRule.Canonical });

        IReadOnlyList<string> lights = await ExtractAsync(light);
        IReadOnlyList<string> heavies = await ExtractAsync(heavy);

        Assert.Equal(Items.Where(item => ring.GetNode(item) == "light"), lights);
        Assert.Equal(Items.Where(item => ring.GetNode(item) == "heavy"), heavies);
        Assert.InRange(heavies.Count, 2 * lights.Count, 6 * lights.Count);
    }

    [Fact]
    public async Task Extract_MemberWithoutAWeight_CountsAsOne()
    {
        await _lab.JoinedAsync("plain");
        PartitionCoordinator one = await JoinedAsync("one", 1);
        var ring = new HashRing(["one", "plain"], new HashRingOptions { Labels = LabelFormat.PythonBytes });

        Assert.Equal(Items.Where(item => ring.GetNode(item) == "one"), await ExtractAsync(one));
    }

    [Fact]
    public async Task Extract_WeightOfAnotherChangesBetweenPolls_IsSeenByTheNext()
    {
        PartitionCoordinator first = await JoinedAsync("first", 1);
        PartitionCoordinator second = await JoinedAsync("second", 1);
        int before = (await ExtractAsync(first)).Count;

        await second.DisposeAsync();
        PartitionCoordinator again = await JoinedAsync("second", 4);

        int after = (await ExtractAsync(first)).Count;
        Assert.InRange(after, 1, before - 1);
        Assert.Equal(Items.Length - after, (await ExtractAsync(again)).Count);
    }

    [Fact]
    public async Task Join_MemberOfAnEarlierLifeIsThere_TellsTheNewWeight()
    {
        await JoinedAsync("agent", 1);
        PartitionCoordinator other = await JoinedAsync("other", 1);
        int before = (await ExtractAsync(other)).Count;

        await JoinedAsync("agent", 4);

        Assert.InRange((await ExtractAsync(other)).Count, 1, before - 1);
    }

    [Fact]
    public async Task Extract_MorePointsThanARingHolds_IsEmptyAndNamesTheHeaviest()
    {
        PartitionCoordinator agent = await JoinedAsync("agent", 1);
        await JoinedAsync("greedy", 64e9);

        Assert.Empty(await ExtractAsync(agent));

        Assert.Equal(PartitionState.BackendLost, agent.Status.State);
        Assert.Contains(
            _lab.Loggers.Entries,
            entry => entry.Error?.Message == "The group's 2 members have more points at 100 replicas than a ring can hold; "
                + "the heaviest is 'greedy' with a weight of 64000000000.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Create_WeightThatNoRingCanHave_Throws(double weight)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => _lab.Agent(configure: options => options.Weight = weight));

        Assert.Equal(nameof(PartitionCoordinatorOptions.Weight), error.ParamName);
    }

    private Task<PartitionCoordinator> JoinedAsync(string name, double weight) =>
        _lab.JoinedAsync(name, options => options.Weight = weight);

    private static async Task<IReadOnlyList<string>> ExtractAsync(PartitionCoordinator agent) =>
        await agent.ExtractMySubsetAsync(Lab.Group, Items, item => item);
}

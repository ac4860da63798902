namespace RingPerf.Coordination.Tests;

/// <summary>The nine cases of aodh's tests/unit/test_coordination.py; each names its original by a trait.</summary>
public sealed class AodhUnitTests
{
    private const string Aodh = "aodh";

    private readonly Lab _lab = new();

    [Fact]
    [Trait(Aodh, "test_hash_ring")]
    public void HashRing_TenNodes_IsEvenAndMovesLittle()
    {
        string[] keys = [.. Enumerable.Range(0, 1000).Select(i => $"{i}")];
        var ring = new HashRing(Enumerable.Range(0, 10).Select(i => $"{i}"));
        HashRing larger = ring.Add("10");

        int[] counts = [.. keys.GroupBy(key => ring.GetNodeIndex(key)).Select(group => group.Count())];

        Assert.Equal(10, counts.Length);
        Assert.InRange(counts.Max() - counts.Min(), 0, 1000 / 10 * 0.3);
        Assert.InRange(keys.Count(key => ring.GetNode(key) != larger.GetNode(key)), 1, 1000 / 11);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "4: group exists")]
    [Trait(Aodh, "test_single_group")]
    public async Task JoinGroup_TwoAgents_CreatesTheGroupOnceWithBoth()
    {
        PartitionCoordinator first = await _lab.JoinedAsync("agent-1");
        PartitionCoordinator second = await _lab.JoinedAsync("agent-2");
        var observer = await _lab.ObserverAsync();

        Assert.Equal([Lab.Group], await observer.GetGroupsAsync());
        Assert.Equal([first.MemberId, second.MemberId], (await observer.GetMembersAsync(Lab.Group)).Order());
    }

    [Fact]
    [Trait(Aodh, "test_multiple_groups")]
    public async Task JoinGroup_TwoGroups_BothExist()
    {
        PartitionCoordinator first = await _lab.StartedAsync("agent-1");
        PartitionCoordinator second = await _lab.StartedAsync("agent-2");

        await first.JoinGroupAsync("group1");
        await second.JoinGroupAsync("group2");

        Assert.Equal(["group1", "group2"], (await (await _lab.ObserverAsync()).GetGroupsAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "3: my_id str or bytes")]
    [Trait(Aodh, "test_member_id")]
    public void MemberId_Given_IsKept() => Assert.Equal(MemberId.FromText("foo"), _lab.Agent("foo").MemberId);

    [Fact]
    [Trait(Aodh, "test_partitioning")]
    public async Task ExtractMySubset_TenAgents_EachGetsWhatTheRingGives()
    {
        string[] items = Lab.Items(1000);
        string[] names = [.. Enumerable.Range(0, 10).Select(i => $"agent_{i}")];
        var ring = new HashRing(names, new HashRingOptions { Labels = LabelFormat.PythonBytes });
        PartitionCoordinator[] agents = await Task.WhenAll(names.Select(name => _lab.JoinedAsync(name)));

        foreach (PartitionCoordinator agent in agents)
        {
            string name = agent.MemberId.ToString();
            Assert.Equal(items.Where(item => ring.GetNode(item) == name), await agent.ShareAsync(items));
        }
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "6: driver raising ToozError on read")]
    [Trait(Aodh, "test_coordination_backend_offline")]
    public async Task ExtractMySubset_BackendOffline_IsEmptyAndLogsConnectThenMembers()
    {
        _lab.Script.Fails = _ => new CoordinationException("no");
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);

        Assert.Empty(await agent.ShareAsync(["1", "2"]));
        Assert.Equal([2, 10], _lab.Loggers.Errors);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "5: driver not started")]
    [Trait(Aodh, "test_reconnect")]
    public async Task Heartbeat_StartFailed_ConnectsAgain()
    {
        _lab.Script.Fails = _ => new CoordinationException("no");
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);

        await agent.HeartbeatAsync();
        Assert.Equal([2, 2, 4], _lab.Loggers.Errors);

        _lab.Script.Fails = _ => null;
        await agent.HeartbeatAsync();
        Assert.Equal([2, 2, 4], _lab.Loggers.Errors);
        Assert.Equal(1, _lab.Loggers.Count(1));
    }

    [Theory]
    [Trait(AodhRowTests.Trait, "4: group None or empty")]
    [Trait(Aodh, "test_group_id_none")]
    [InlineData(null)]
    [InlineData("")]
    public async Task JoinAndLeaveGroup_NoGroup_NeverReachTheDriver(string? group)
    {
        PartitionCoordinator agent = await _lab.StartedAsync(url: Lab.Scripted);

        await agent.JoinGroupAsync(group);
        await agent.LeaveGroupAsync(group);

        Assert.Equal(["start"], _lab.Script.Calls);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "3: running, stop")]
    [Trait(Aodh, "test_stop")]
    public async Task Stop_Joined_LeavesEveryGroupAndTheDriver()
    {
        PartitionCoordinator agent = await _lab.StartedAsync();
        await agent.JoinGroupAsync("123");
        var observer = await _lab.ObserverAsync();
        Assert.Single(await observer.GetMembersAsync("123"));

        await agent.StopAsync();

        Assert.Empty(await observer.GetMembersAsync("123"));
        Assert.False(agent.IsActive);
    }
}

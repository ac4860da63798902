namespace RingPerf.Coordination.Tests;

/// <summary>F21: names whose labels share a position of the ring.</summary>
public sealed class CollidingNameTests
{
    private readonly Lab _lab = new();

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F21")]
    public async Task JoinGroup_DrawnNameCollides_DrawsAnother()
    {
        await _lab.JoinedAsync("node194");
        PartitionCoordinator agent = Drawing("node204", "node204", "node205");

        await agent.StartAsync();
        await agent.JoinGroupAsync(Lab.Group);

        Assert.Equal("node205", agent.MemberId.ToString());
        Assert.Equal(["node194", "node205"], await NamesAsync());
        Assert.Equal(1, _lab.Loggers.Count(20));
        await agent.HeartbeatAsync();
        await agent.ShareAsync(Lab.Items(1));
        Assert.Empty(_lab.Loggers.Errors);
        Assert.Equal(0, _lab.Loggers.Count(14));
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F21")]
    public async Task ExtractMySubset_DrawnNameCollides_DrawsAnotherOnTheWay()
    {
        PartitionCoordinator first = await _lab.JoinedAsync("node194");
        PartitionCoordinator agent = Drawing("node204", "node205");
        string[] items = Lab.Items(200);

        await agent.StartAsync();
        IReadOnlyList<string> share = await agent.ShareAsync(items);

        Assert.Equal("node205", agent.MemberId.ToString());
        Assert.Equal(items.Except(share), await first.ShareAsync(items));
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F21")]
    public async Task JoinGroup_EveryDrawCollides_GivesUpAndReports()
    {
        await _lab.JoinedAsync("node194");
        int draws = 0;
        PartitionCoordinator agent = Drawing(() =>
        {
            draws++;
            return "node204";
        });

        await agent.StartAsync();
        await agent.JoinGroupAsync(Lab.Group);
        await agent.ShareAsync(Lab.Items(1));

        Assert.Equal(1 + AgentName.MostDraws, draws);
        Assert.Equal(["node194", "node204"], await NamesAsync());
        Assert.Equal(1, _lab.Loggers.Count(14));
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F21")]
    public async Task JoinGroup_DrawnNameLeftBehindByItself_IsKept()
    {
        PartitionCoordinator agent = Drawing("node204", "node205");
        await agent.StartAsync();
        await agent.JoinGroupAsync(Lab.Group);
        _lab.Store.Faults.IsDown = true;
        await agent.StopAsync();
        _lab.Store.Faults.IsDown = false;

        await agent.StartAsync();
        await agent.JoinGroupAsync(Lab.Group);

        Assert.Equal(["node204"], await NamesAsync());
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F21")]
    public async Task JoinGroup_SecondGroup_KeepsTheName()
    {
        PartitionCoordinator other = await _lab.StartedAsync("node194");
        await other.JoinGroupAsync("second");
        PartitionCoordinator agent = Drawing("node204", "node205");
        await agent.StartAsync();
        await agent.JoinGroupAsync(Lab.Group);

        await agent.JoinGroupAsync("second");

        Assert.Equal("node204", agent.MemberId.ToString());
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F21")]
    public async Task JoinGroup_RenamedDriverCannotStart_TriesAgain()
    {
        PartitionCoordinator agent = Drawing(Lab.Scripted, () => _lab.Script.DriversMade == 0 ? "node204" : "node205");
        _lab.Script.Members = ["node194"];
        int starts = 0;
        _lab.Script.Fails = operation => operation == "start" && ++starts == 2 ? new IOException("no") : null;
        await agent.StartAsync();

        Task join = agent.JoinGroupAsync(Lab.Group).AsTask();
        Assert.Equal("node204", agent.MemberId.ToString());
        _lab.Time.Pass(1);
        await join;

        Assert.Equal("node205", agent.MemberId.ToString());
        Assert.Equal((3, 2), (_lab.Script.DriversMade, _lab.Script.DriversDisposed));
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F21")]
    public async Task JoinGroup_OldDriverCannotStop_HoldsUpNoStop()
    {
        PartitionCoordinator agent = Drawing(Lab.Scripted, () => _lab.Script.DriversMade == 0 ? "node204" : "node205");
        _lab.Script.Members = ["node194"];
        var silent = new TaskCompletionSource();
        int stops = 0;
        _lab.Script.Waits = operation => operation == "stop" && ++stops == 1 ? silent.Task : Task.CompletedTask;
        await agent.StartAsync();
        Task join = agent.JoinGroupAsync(Lab.Group).AsTask();
        Assert.Equal("node205", agent.MemberId.ToString());

        await agent.StopAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal((2, 2), (stops, _lab.Script.DriversDisposed));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => join);
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F21")]
    public async Task ExtractMySubset_ConfiguredNameCollides_KeepsItAndReportsOnce()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync("node204");
        await _lab.JoinedAsync("node194");

        await agent.ShareAsync(Lab.Items(1));
        await _lab.JoinedAsync("third");
        await agent.ShareAsync(Lab.Items(1));

        Assert.Equal("node204", agent.MemberId.ToString());
        string text = Assert.Single(_lab.Loggers.Entries, entry => entry.Id == 21).Text;
        Assert.Contains("node194", text, StringComparison.Ordinal);
    }

    [Theory]
    [Trait(FailureCoverageTests.Trait, "F21")]
    [InlineData("node194", "node204")]
    [InlineData("node204", "node194")]
    [InlineData("bystander", null)]
    public async Task ExtractMySubset_ConfiguredNamesCollide_TellsTheTwoWhoAreConcerned(string polls, string? told)
    {
        var agents = new Dictionary<string, PartitionCoordinator>();
        foreach (string name in (string[])["node194", "node204", "bystander"])
        {
            agents[name] = await _lab.JoinedAsync(name);
        }

        await agents[polls].ShareAsync(Lab.Items(1));

        Assert.Equal(1, _lab.Loggers.Count(14));
        Assert.Equal(told is null ? 0 : 1, _lab.Loggers.Count(21));
        Assert.All(
            _lab.Loggers.Entries.Where(entry => entry.Id == 21),
            entry => Assert.Contains($"member {told}", entry.Text, StringComparison.Ordinal));
    }

    private PartitionCoordinator Drawing(params string[] names)
    {
        var left = new Queue<string>(names);
        return Drawing(left.Dequeue);
    }

    private PartitionCoordinator Drawing(Func<string> name) => Drawing(Lab.Memory, name);

    private PartitionCoordinator Drawing(string url, Func<string> name) => new(
        new PartitionCoordinatorOptions { BackendUrl = url }, _lab.Drivers, _lab.Loggers, _lab.Time, () => 0,
        () => MemberId.FromText(name()));

    private async Task<IEnumerable<string>> NamesAsync() =>
        (await (await _lab.ObserverAsync()).GetMembersAsync(Lab.Group)).Order().Select(member => member.ToString());
}

using RingPerf.Coordination.Contract;

namespace RingPerf.Coordination.InMemory.Tests;

public sealed class InMemoryDriverTests
{
    private const string NoSuchPart = "A store in memory has no user, port or path; its URL is memory://name[?options].";

    private readonly SteppedTime _time = new();

    [Fact]
    public async Task GetMembers_OwnLifeRanOut_KeepsSelfUntilAPeerReads()
    {
        InMemoryDriver late = await Memory.StartedAsync(_time, "late");
        InMemoryDriver peer = await Memory.StartedAsync(_time, "peer");
        await late.JoinOrCreateGroupAsync("g");
        _time.Pass(TimeSpan.FromSeconds(5));

        Assert.Equal([late.MemberId], await late.GetMembersAsync("g"));
        Assert.Empty(await peer.GetMembersAsync("g"));
        Assert.Empty(await late.GetMembersAsync("g"));
    }

    [Fact]
    public async Task GetMembers_JustBelowTheTimeout_StillListsTheMember()
    {
        InMemoryDriver silent = await Memory.StartedAsync(_time, "silent");
        InMemoryDriver peer = await Memory.StartedAsync(_time, "peer");
        await silent.JoinOrCreateGroupAsync("g");

        _time.Pass(TimeSpan.FromSeconds(5) - TimeSpan.FromTicks(1));
        Assert.Single(await peer.GetMembersAsync("g"));
        _time.Pass(TimeSpan.FromTicks(1));
        Assert.Empty(await peer.GetMembersAsync("g"));
    }

    [Fact]
    public async Task Stop_SharedName_EndsTheOthersLifeToo()
    {
        InMemoryDriver first = await Memory.StartedAsync(_time, "same");
        InMemoryDriver second = await Memory.StartedAsync(_time, "same");
        InMemoryDriver peer = await Memory.StartedAsync(_time, "peer");
        await first.JoinOrCreateGroupAsync("g");

        await second.StopAsync();

        Assert.Empty(await peer.GetMembersAsync("g"));
    }

    [Fact]
    public async Task Store_SameNameAndClock_IsShared()
    {
        InMemoryDriver driver = await Memory.StartedAsync(_time, "a");

        Assert.Same(driver.Store, Memory.Driver(_time, "b").Store);
        Assert.NotSame(driver.Store, Memory.Driver(_time, "a", "memory://other").Store);
        Assert.NotSame(driver.Store, Memory.Driver(new SteppedTime(), "a").Store);
    }

    [Fact]
    public async Task Heartbeat_NoOptions_HoldsTheDefaultTimeout()
    {
        InMemoryDriver driver = Memory.Driver(_time, "a", "memory://test");
        await driver.StartAsync();

        Assert.Equal(TimeSpan.FromSeconds(30), driver.Timeout);
        Assert.Equal(driver.Timeout, await driver.HeartbeatAsync());
    }

    [Fact]
    public async Task Heartbeat_BothOptions_HoldsTheMembershipTimeout()
    {
        InMemoryDriver driver = Memory.Driver(_time, "a", "memory://test/?timeout=2&membership_timeout=0.5");
        await driver.StartAsync();

        Assert.Equal(TimeSpan.FromSeconds(2), driver.Timeout);
        Assert.Equal(TimeSpan.FromSeconds(0.5), await driver.HeartbeatAsync());
    }

    [Theory]
    [InlineData("memory://n?namespace=x", "The scheme 'memory' has no option 'namespace'; it knows timeout, membership_timeout.")]
    [InlineData("memory://n?timeout=soon", "The option 'timeout' is 'soon'; it must be a number of seconds from 0.001 to 4000000.")]
    [InlineData("memory://n?membership_timeout=0", "The option 'membership_timeout' is '0'; it must be a number of seconds from 0.001 to 4000000.")]
    [InlineData("memory://u:p@n", NoSuchPart)]
    [InlineData("memory://n:1", NoSuchPart)]
    [InlineData("memory://n/path", NoSuchPart)]
    public void Constructor_WrongUrl_SaysWhatIsWrong(string url, string message) =>
        Assert.Equal(message, Assert.Throws<BackendUrlException>(() => Memory.Driver(_time, "a", url)).Message);

    [Fact]
    public void EveryMember_NullArgument_NamesTheParameter()
    {
        (string Parameter, Action Call)[] calls =
        [
            ("settings", () => _ = new InMemoryDriver(null!)),
            ("name", () => InMemoryStore.Named(null!, _time)),
            ("time", () => InMemoryStore.Named("n", null!)),
            ("registry", () => ((CoordinationDriverRegistry)null!).AddInMemory()),
            ("builder", () => ((IPartitionCoordinatorBuilder)null!).AddInMemoryDriver()),
        ];

        Assert.All(calls, call => Assert.Throws<ArgumentNullException>(call.Parameter, call.Call));
    }

    [Fact]
    public void AddInMemory_Registry_MakesTheDriver()
    {
        var registry = new CoordinationDriverRegistry().AddInMemory();
        var settings = new DriverSettings(BackendUrl.Parse("memory://n"), MemberId.FromText("a"));

        Assert.IsType<InMemoryDriver>(registry.Create(settings));
    }

    [Fact]
    public async Task JoinOrCreateGroup_GroupAlwaysGone_GivesUp()
    {
        InMemoryDriver driver = await Memory.StartedAsync(_time, "a");
        InMemoryStore store = driver.Store;
        store.Faults.Latency = TimeSpan.FromSeconds(1);

        Task join = driver.JoinOrCreateGroupAsync("g").AsTask();
        for (int operation = 0; !join.IsCompleted && operation < 20; operation++)
        {
            store.LoseData();
            _time.Pass(TimeSpan.FromSeconds(1));
        }

        await Assert.ThrowsAsync<GroupNotCreatedException>(() => join);
    }
}

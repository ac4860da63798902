using RingPerf.Coordination.Etcd.Tests.Support;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Etcd;
using RingPerf.Coordination.Servers.Network;

namespace RingPerf.Coordination.Etcd.Tests.Watches;

/// <summary>Changes that etcd tells of, instead of a poll that finds them.</summary>
public sealed class WatchStreamTests : IAsyncLifetime
{
    private const string Group = "watched";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(0.5);

    private readonly List<MembershipEvent> _events = [];
    private EtcdServer? _server;

    private EtcdServer Server => _server ?? throw new InvalidOperationException("The server is not started.");

    public async Task InitializeAsync() => _server = await EtcdServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();

    [EtcdToozFact]
    public async Task Member_JoinsAndLeaves_IsToldWithoutAPoll()
    {
        await using EtcdDriver driver = await WatchingAsync();
        await using var shell = new ToozShell(EtcdPython.Environment);
        await shell.StartAsync("p", Server.Url("timeout=30"), "python");

        foreach ((string command, MembershipChange change) in new[] { ("join", MembershipChange.Joined), ("leave", MembershipChange.Left) })
        {
            Task told = HearAsync(driver);
            await shell.RunAsync(command, "p", Group);

            await told;
            Assert.Equal(new MembershipEvent(Group, MemberId.FromText("python"), change), _events[^1]);
        }
    }

    [EtcdFact]
    public async Task Member_Expires_IsToldWhenItsLeaseEnds()
    {
        await using EtcdDriver driver = await WatchingAsync();
        await using EtcdDriver silent = await Drivers.StartAsync(Server.Url("timeout=2"), "silent");
        await silent.JoinGroupAsync(Group);
        await HearAsync(driver);

        await HearAsync(driver);

        Assert.Equal(new MembershipEvent(Group, silent.MemberId, MembershipChange.Left), _events[^1]);
    }

    [EtcdFact]
    public async Task Stream_BrokenWhileMembersChange_TellsWhenItIsMadeAgain()
    {
        await using var proxy = new FaultProxy(Server.Port);
        await using EtcdDriver driver = await WatchingAsync(proxy.Port);
        await using EtcdDriver other = await Drivers.StartAsync(Server.Url(), "other");
        proxy.Set(Fault.Refuse);
        await other.JoinGroupAsync(Group);

        proxy.Set(Fault.None);
        await HearAsync(driver);
        Assert.Equal([new MembershipEvent(Group, other.MemberId, MembershipChange.Joined)], _events);

        Task told = HearAsync(driver);
        await other.LeaveGroupAsync(Group);
        await told;
        Assert.Equal(new MembershipEvent(Group, other.MemberId, MembershipChange.Left), _events[^1]);
    }

    [EtcdFact]
    public async Task Stream_EtcdRestartedEmpty_TellsThatEverybodyLeft()
    {
        await using EtcdDriver driver = await WatchingAsync();
        await driver.JoinGroupAsync(Group);
        await HearAsync(driver);

        await Server.KillAsync();
        await Server.StartAgainAsync(keepData: false);
        await HearAsync(driver);

        Assert.Equal(new MembershipEvent(Group, driver.MemberId, MembershipChange.Left), _events[^1]);
        Assert.Empty(driver.JoinedGroups);
    }

    [EtcdFact]
    public async Task Wait_NoWatch_HearsOfNothingUntilCancelled()
    {
        await using EtcdDriver driver = await WatchingAsync();
        Assert.All(driver.Watches, driver.Unwatch);
        await driver.JoinGroupAsync(Group);
        using var cancel = new CancellationTokenSource(Quiet);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => driver.WaitForChangeAsync(cancel.Token).AsTask());
    }

    [EtcdFact]
    public async Task Wait_Stop_EndsItAndNextStartFollowsAgain()
    {
        await using EtcdDriver driver = await WatchingAsync();
        await using EtcdDriver other = await Drivers.StartAsync(Server.Url(), "other");
        Task wait = driver.WaitForChangeAsync().AsTask();

        await driver.StopAsync();
        await wait.WaitAsync(Patience);
        var error = await Assert.ThrowsAsync<DriverStateException>(() => driver.WaitForChangeAsync().AsTask());
        Assert.Equal("WaitForChangeAsync needs a started driver; this one is not started.", error.Message);

        await driver.StartAsync();
        await HearUntilQuietAsync(driver);
        Task told = HearAsync(driver);
        await other.JoinGroupAsync(Group);
        await told;
        Assert.Equal([new MembershipEvent(Group, other.MemberId, MembershipChange.Joined)], _events);
    }

    /// <summary>A driver that has a watch of each kind on a group that is there, and has heard all there was.</summary>
    private async Task<EtcdDriver> WatchingAsync(int? port = null)
    {
        EtcdDriver driver = await Drivers.StartAsync(Server.Url("timeout=5", port), "watcher");
        await driver.CreateGroupAsync(Group);
        await driver.WatchAsync(Group, MembershipChange.Joined, _events.Add);
        await driver.WatchAsync(Group, MembershipChange.Left, _events.Add);
        await HearUntilQuietAsync(driver);
        Assert.Empty(_events);
        return driver;
    }

    private static async Task HearUntilQuietAsync(EtcdDriver driver)
    {
        using var quiet = new CancellationTokenSource(Quiet);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            while (true)
            {
                await driver.WaitForChangeAsync(quiet.Token);
                await driver.RunWatchersAsync(CancellationToken.None);
            }
        });
    }

    /// <summary>Runs the watchers each time that the driver is told of a change, until there was one: nothing here polls.</summary>
    private async Task HearAsync(EtcdDriver driver)
    {
        using var cancel = new CancellationTokenSource(Patience);
        int seen = _events.Count;
        while (_events.Count == seen)
        {
            await driver.WaitForChangeAsync(cancel.Token);
            await driver.RunWatchersAsync(cancel.Token);
        }
    }
}

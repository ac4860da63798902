using System.Diagnostics;
using RingPerf.Coordination.Etcd.Tests.Support;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Etcd;
using RingPerf.Coordination.Servers.Network;
using Xunit.Abstractions;

namespace RingPerf.Coordination.Etcd.Tests.Watches;

/// <summary>Changes that etcd tells of, instead of a poll that finds them.</summary>
public sealed class WatchStreamTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Group = "watched";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(0.5);

    private readonly List<MembershipEvent> _events = [];
    private EtcdServer? _server;

    private EtcdServer Server => _server ?? throw new InvalidOperationException("The server is not started.");

    public async Task InitializeAsync() => _server = await EtcdServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();

    [EtcdToozFact]
    public async Task Member_JoinsAndLeaves_IsToldAtOnce()
    {
        await using EtcdDriver driver = await WatchingAsync();
        await using var shell = new ToozShell(EtcdPython.Environment);
        await shell.StartAsync("p", Server.Url("timeout=9"), "python");

        foreach ((string command, MembershipChange change) in new[] { ("join", MembershipChange.Joined), ("leave", MembershipChange.Left) })
        {
            Task<TimeSpan> told = HearAsync(driver);
            await shell.RunAsync(command, "p", Group);

            AssertAtOnce($"{command} by Python", await told);
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

        TimeSpan told = await HearAsync(driver);

        output.WriteLine($"lease of 2 s: told after {told.TotalSeconds:0.00} s");
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

        Task<TimeSpan> told = HearAsync(driver);
        await other.LeaveGroupAsync(Group);
        AssertAtOnce("leave after the stream was made again", await told);
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
        using var cancel = new CancellationTokenSource(AtOnce);

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
        Task<TimeSpan> told = HearAsync(driver);
        await other.JoinGroupAsync(Group);
        AssertAtOnce("join after a second start", await told);
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
        using var quiet = new CancellationTokenSource(AtOnce);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            while (true)
            {
                await driver.WaitForChangeAsync(quiet.Token);
                await driver.RunWatchersAsync(CancellationToken.None);
            }
        });
    }

    /// <summary>Runs the watchers each time that there may be a change, until there was one.</summary>
    private async Task<TimeSpan> HearAsync(EtcdDriver driver)
    {
        long begun = Stopwatch.GetTimestamp();
        using var cancel = new CancellationTokenSource(Patience);
        int seen = _events.Count;
        while (_events.Count == seen)
        {
            await driver.WaitForChangeAsync(cancel.Token);
            await driver.RunWatchersAsync(cancel.Token);
        }

        return Stopwatch.GetElapsedTime(begun);
    }

    private void AssertAtOnce(string what, TimeSpan took)
    {
        output.WriteLine($"{what}: told after {took.TotalSeconds:0.000} s");
        Assert.True(took < AtOnce, $"{what} was told after {took}.");
    }
}

using RingPerf.Coordination.Contract;
using RingPerf.Coordination.Etcd.Tests.Support;
using RingPerf.Coordination.Servers.Etcd;

namespace RingPerf.Coordination.Etcd.Tests.Connections;

/// <summary>An etcd that asks who one is.</summary>
public sealed class LoginTests : IAsyncLifetime
{
    private const string User = "agent";
    private const string Password = "pa%40ss@word";
    private const string Group = "guarded";

    private EtcdServer? _server;

    private EtcdServer Server => _server ?? throw new InvalidOperationException($"The tests need {EtcdServer.Requirement}.");

    public async Task InitializeAsync()
    {
        if (!EtcdServer.IsInstalled)
        {
            return;
        }

        _server = await EtcdServer.StartAsync();
        string[][] commands =
        [
            ["user", "add", "root:root"], ["user", "grant-role", "root", "root"],
            ["role", "add", "agents"], ["role", "grant-permission", "agents", "readwrite", "--prefix", "tooz/groups/"],
            ["user", "add", $"{User}:{Password}"], ["user", "grant-role", User, "agents"], ["auth", "enable"],
        ];
        foreach (string[] command in commands)
        {
            await EtcdCtl.RunAsync(_server.Port, command);
        }
    }

    public async Task DisposeAsync() => await (_server?.DisposeAsync() ?? default);

    [EtcdFact]
    public async Task Login_RightPassword_CanDoEverything()
    {
        await using EtcdDriver driver = await Drivers.StartAsync(Url(Password));
        var joined = new List<MembershipEvent>();

        await driver.JoinOrCreateGroupAsync(Group);
        await driver.WatchAsync(Group, MembershipChange.Joined, joined.Add);
        using var heard = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await driver.WaitForChangeAsync(heard.Token);
        await driver.HeartbeatAsync();
        await driver.UpdateCapabilitiesAsync(Group, MemberCapabilities.FromBytes("x"u8));

        Assert.Equal([driver.MemberId], await driver.GetMembersAsync(Group));
        Assert.Equal([Group], await driver.GetGroupsAsync());
        await driver.LeaveGroupAsync(Group);
        await driver.DeleteGroupAsync(Group);
        await driver.StopAsync();
    }

    [EtcdFact]
    public async Task Login_EtcdRestarted_IsDoneAgain()
    {
        await using EtcdDriver driver = await Drivers.StartAsync(Url(Password));
        await driver.JoinOrCreateGroupAsync(Group);

        // Simple tokens live in the server's memory alone.
        await Server.StopAsync();
        await Server.StartAgainAsync();

        Assert.Equal([driver.MemberId], await driver.GetMembersAsync(Group));
        await driver.HeartbeatAsync();
    }

    [EtcdFact]
    public async Task Watch_EtcdRestarted_HearsAgainWithoutAPoll()
    {
        await using EtcdDriver driver = await Drivers.StartAsync(Url(Password));
        await driver.JoinOrCreateGroupAsync(Group);
        await driver.WatchAsync(Group, MembershipChange.Joined, _ => { });
        await driver.WaitForChangeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        await Server.StopAsync();
        await Server.StartAgainAsync();

        await driver.WaitForChangeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
    }

    [EtcdTheory]
    [InlineData("wrong-secret")]
    [InlineData("")]
    public async Task Login_WrongOrMissing_ThrowsWithoutThePassword(string password)
    {
        using var loggers = new RecordingLoggers();
        await using var coordinator = new PartitionCoordinator(
            new PartitionCoordinatorOptions { BackendUrl = Url(password) }, new CoordinationDriverRegistry().AddEtcd(), loggers);
        await using EtcdDriver driver = Drivers.Create(Url(password));

        await coordinator.StartAsync();
        Assert.Empty(await coordinator.ExtractMySubsetAsync(Group, ["item"], item => item));
        CoordinationException error = await Assert.ThrowsAsync<CoordinationException>(async () =>
        {
            await driver.StartAsync();
            await driver.CreateGroupAsync(Group);
        });

        string all = $"{error} {string.Join('\n', loggers.Entries.Select(entry => $"{entry.Text} {entry.Error}"))}";
        Assert.Contains("etcdserver: ", all, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", all, StringComparison.Ordinal);
    }

    [EtcdFact]
    public async Task Login_EtcdAsksForNone_GoesOnWithout()
    {
        await using EtcdServer open = await EtcdServer.StartAsync();
        await using EtcdDriver driver = await Drivers.StartAsync(
            $"etcd3+http://{User}:{Password}@127.0.0.1:{open.Port}?timeout=5");

        await driver.JoinOrCreateGroupAsync(Group);
        await driver.HeartbeatAsync();
    }

    private string Url(string password)
    {
        string login = password.Length == 0 ? "" : $"{User}:{password}@";
        return $"etcd3+http://{login}127.0.0.1:{Server.Port}?timeout=5";
    }
}

using System.Globalization;
using RingPerf.Coordination.Etcd.Tests.Support;
using RingPerf.Coordination.Servers.Etcd;
using RingPerf.Coordination.Servers.Network;

namespace RingPerf.Coordination.Etcd.Tests.Connections;

/// <summary>Calls that are made again elsewhere, and those that must not be.</summary>
public sealed class FailoverTests(SharedEtcd shared) : IClassFixture<SharedEtcd>
{
    private string Group { get; } = $"g-{Guid.NewGuid():D}";

    [EtcdFact]
    public async Task FirstEndpoint_NobodyThere_EveryCallGoesToTheSecond()
    {
        await using EtcdDriver driver = await Drivers.StartAsync(
            $"etcd3+http://127.0.0.1:{FreePort.Find()}?timeout=4&endpoint=127.0.0.1:{shared.Server.Port}");

        await driver.CreateGroupAsync(Group);
        await driver.JoinGroupAsync(Group);
        await driver.HeartbeatAsync();

        Assert.Equal([driver.MemberId], await driver.GetMembersAsync(Group));
    }

    [EtcdFact]
    public async Task FirstEndpoint_Silent_EveryCallEndsWithinTheTimeoutOnTheSecond()
    {
        await using var proxy = new FaultProxy(shared.Server.Port);
        await using EtcdDriver driver = await Drivers.StartAsync(
            $"etcd3+http://127.0.0.1:{proxy.Port}?timeout=4&endpoint=127.0.0.1:{shared.Server.Port}");
        await driver.JoinOrCreateGroupAsync(Group);
        proxy.Set(Fault.Blackhole);

        await driver.HeartbeatAsync();
        Assert.Equal([driver.MemberId], await driver.GetMembersAsync(Group));
    }

    [EtcdFact]
    public async Task Create_AnswerLost_IsNotMadeAgain()
    {
        await using var proxy = new FaultProxy(shared.Server.Port);
        await using EtcdDriver driver = await Drivers.StartAsync(
            $"etcd3+http://127.0.0.1:{proxy.Port}?timeout=4&endpoint=127.0.0.1:{shared.Server.Port}");
        await driver.GetGroupsAsync();
        proxy.Set(Fault.LoseReplies);

        // The second endpoint would say that the group exists, which this very call made.
        var error = await Assert.ThrowsAsync<CoordinationTimeoutException>(() => driver.CreateGroupAsync(Group).AsTask());

        Assert.Equal($"A request to etcd at 127.0.0.1:{proxy.Port} had no answer within 2 s.", error.Message);
        Assert.Contains(Group, await driver.GetGroupsAsync());
    }

    [EtcdFact]
    public async Task Join_MemberUnderOwnLeaseThere_IsAnEarlierTryWhoseAnswerWasLost()
    {
        await using EtcdDriver driver = await Drivers.StartAsync(shared.Server.Url("timeout=4"));
        string key = $"tooz/groups/{Group}/{driver.MemberId}";
        await driver.JoinOrCreateGroupAsync(Group);
        long lease = (await EtcdCtl.DumpAsync(shared.Server.Port, key)).Single().Lease;
        await driver.LeaveGroupAsync(Group);
        await EtcdCtl.RunAsync(
            shared.Server.Port, "put", key, "x", $"--lease={lease.ToString("x", CultureInfo.InvariantCulture)}");

        await driver.JoinGroupAsync(Group);

        Assert.Equal([Group], driver.JoinedGroups);
    }

    [EtcdFact]
    public async Task Join_GroupKeyGoneMemberLeft_MakesTheGroupAgain()
    {
        await using EtcdDriver driver = await Drivers.StartAsync(shared.Server.Url("timeout=4"));
        await driver.JoinOrCreateGroupAsync(Group);
        await EtcdCtl.RunAsync(shared.Server.Port, "del", $"tooz/groups/{Group}/");

        await Assert.ThrowsAsync<GroupNotCreatedException>(() => driver.JoinGroupAsync(Group).AsTask());
        await Assert.ThrowsAsync<MemberAlreadyExistsException>(() => driver.JoinOrCreateGroupAsync(Group).AsTask());

        Assert.Equal([driver.MemberId], await driver.GetMembersAsync(Group));
    }
}

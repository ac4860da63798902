using System.Text;
using RingPerf.Coordination.Etcd.Tests.Support;
using RingPerf.Coordination.Servers.Agents;
using RingPerf.Coordination.Servers.Etcd;

namespace RingPerf.Coordination.Etcd.Tests.Wire;

/// <summary>What the driver leaves in etcd, byte by byte, beside what tooz leaves there.</summary>
public sealed class ToozLayoutTests(SharedEtcd shared) : IClassFixture<SharedEtcd>
{
    private const string Member = "agent-1";
    private const int Seconds = 7;

    [EtcdToozTheory]
    [InlineData("etcd3+http")]
    [InlineData("etcd3")]
    public async Task EveryStep_SameCalls_LeavesWhatToozLeaves(string scheme)
    {
        string url = shared.Server.Url($"timeout=9&membership_timeout={Seconds}", scheme: scheme);
        string theirs = $"python-{scheme}";
        string ours = $"dotnet-{scheme}";
        await using var shell = new ToozShell(EtcdPython.Environment);
        await shell.StartAsync("p", url, Member);
        await using EtcdDriver driver = await Drivers.StartAsync(url, Member);
        (string Step, Func<Task> Theirs, Func<Task> Ours)[] steps =
        [
            ("create", () => shell.RunAsync("create", "p", theirs), () => driver.CreateGroupAsync(ours).AsTask()),
            ("join", () => shell.RunAsync("join", "p", theirs), () => driver.JoinGroupAsync(ours).AsTask()),
            ("beat", () => shell.RunAsync("heartbeat", "p"), () => driver.HeartbeatAsync().AsTask()),
            ("update", () => shell.RunAsync("update", "p", theirs, "two"), () => UpdateAsync(MemberCapabilities.FromBytes("two"u8))),
            ("leave", () => shell.RunAsync("leave", "p", theirs), () => driver.LeaveGroupAsync(ours).AsTask()),
            ("join with a map", () => shell.RunAsync("join", "p", theirs, new { weight = 300 }), () => JoinWithWeightAsync()),
            ("stop", () => shell.RunAsync("stop", "p"), () => driver.StopAsync().AsTask()),
        ];

        foreach ((string step, Func<Task> their, Func<Task> our) in steps)
        {
            await their();
            await our();
            string[] expected = await DumpAsync(theirs);
            Assert.NotEmpty(expected);
            Assert.Equal((step, Text(expected)), (step, Text(await DumpAsync(ours))));
        }

        Task UpdateAsync(MemberCapabilities capabilities) => driver.UpdateCapabilitiesAsync(ours, capabilities).AsTask();

        Task JoinWithWeightAsync() =>
            driver.JoinGroupAsync(ours, MemberCapabilities.FromEncoded([0x81, 0xA6, .. "weight"u8, 0xCD, 0x01, 0x2C])).AsTask();
    }

    [EtcdToozFact]
    public async Task Delete_EmptyGroup_LeavesNothingAsTooz()
    {
        await using var shell = new ToozShell(EtcdPython.Environment);
        await shell.StartAsync("p", shared.Server.Url("timeout=9"), Member);
        await using EtcdDriver driver = await Drivers.StartAsync(shared.Server.Url("timeout=9"), Member);
        await shell.RunAsync("create", "p", "gone-by-dotnet");
        await driver.CreateGroupAsync("gone-by-python");

        await driver.DeleteGroupAsync("gone-by-dotnet");
        await shell.RunAsync("delete", "p", "gone-by-python");

        Assert.Empty(await EtcdCtl.DumpAsync(shared.Server.Port, "tooz/groups/gone-"));
    }

    [EtcdFact]
    public async Task Join_Default_WritesTheKnownBytes()
    {
        await using EtcdDriver driver = await Drivers.StartAsync(shared.Server.Url("timeout=9"), Member);

        await driver.JoinOrCreateGroupAsync("known");

        Assert.Equal(
            ["tooz/groups/known/ 746F6F7A2F67726F7570732F6B6E6F776E2F 0", "tooz/groups/known/agent-1 C400 9"], await DumpAsync("known"));
    }

    /// <summary>Key, value, and the time of the lease of each pair below the group.</summary>
    private async Task<string[]> DumpAsync(string group)
    {
        var lines = new List<string>();
        foreach (EtcdPair pair in await EtcdCtl.DumpAsync(shared.Server.Port, $"tooz/groups/{group}/"))
        {
            long seconds = pair.Lease == 0 ? 0 : (await EtcdCtl.LeaseAsync(shared.Server.Port, pair.Lease)).Granted;
            lines.Add($"{pair.Key} {pair.Value} {seconds}");
        }

        return [.. lines];
    }

    /// <summary>The dump without the group's name, which is the one thing that differs.</summary>
    private static string Text(string[] dump) => string.Join('\n', dump)
        .Replace("python-", "GROUP-", StringComparison.Ordinal).Replace("dotnet-", "GROUP-", StringComparison.Ordinal)
        .Replace(Hex("python-"), Hex("GROUP-"), StringComparison.Ordinal).Replace(Hex("dotnet-"), Hex("GROUP-"), StringComparison.Ordinal);

    private static string Hex(string text) => Convert.ToHexString(Encoding.ASCII.GetBytes(text));
}

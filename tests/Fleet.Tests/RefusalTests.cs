using System.Diagnostics;
using RingPerf.Coordination.Servers.Network;
using RingPerf.Coordination.Servers.Redis;
using RingPerf.Fleet.Tests.Support;

namespace RingPerf.Fleet.Tests;

/// <summary>What a command refuses, in one line and without secrets.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("memory://", "inside one process", "redis")]
    [InlineData("zake://h", "\"zake\"", "etcd3+http, ")]
    [InlineData("127.0.0.1", "no scheme", "--backend-url")]
    [InlineData("redis://:s3cret@h?membership_timeuot=3", "membership_timeuot", "--backend-url")]
    [InlineData("redis://:s3cret@h?timeout=soon", "timeout", "soon")]
    [InlineData("redis://:s3cr/et@h", "password", "--backend-url")]
    [InlineData("redis://:s3cr?et@h", "password", "--backend-url")]
    [InlineData("redis://:s3cr#et@h", "password", "--backend-url")]
    [InlineData("redis://s3cr/et@h", "password", "--backend-url")]
    [InlineData("etcd3+http://:s3cret@h?ca=3", "'ca'", "--backend-url")]
    public void Members_WithAWrongUrl_NamesWhatIsWrong(string url, string named, string also)
    {
        FleetRun run = FleetRun.Of("members", "--backend-url", url, "--group", "g");

        run.AssertFails(2, named, also);
        Assert.DoesNotContain("s3cr", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'--group' is required", "members", "--backend-url", "redis://h")]
    [InlineData("'--backend-url' is required", "ring", "--group", "g")]
    [InlineData("'--key' is required", "owner", "--backend-url", "redis://h", "--group", "g")]
    [InlineData("--labels is \"repr\"; it must be one of python-bytes, plain", "ring", "--backend-url", "redis://h", "--group", "g", "--labels", "repr")]
    [InlineData("--replicas is \"0\"; it must be a whole number from 1 to 2147483647", "ring", "--backend-url", "redis://h", "--group", "g", "--replicas", "0")]
    [InlineData("--replicas is \"2147483648\"; it must be", "ring", "--backend-url", "redis://h", "--group", "g", "--replicas", "2147483648")]
    [InlineData("--labels is \"\"; it must be", "owner", "--backend-url", "redis://h", "--group", "g", "--key", "k", "--labels", "")]
    [InlineData("--format is \"xml\"; it must be one of table, json, csv", "members", "--backend-url", "redis://h", "--group", "g", "--format", "xml")]
    [InlineData("fleet members has no option \"--keys\"", "members", "--backend-url", "redis://h", "--group", "g", "--keys", "3")]
    [InlineData("\"fleet joiners\"; it must be one of fleet members", "joiners")]
    [InlineData("redis://***", "members", "redis://:s3cret@h")]
    public void Fleet_WithAWrongOption_NamesIt(string named, params string[] args)
    {
        FleetRun run = FleetRun.Of(args);

        run.AssertFails(2, named);
        Assert.DoesNotContain("s3cret", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redis")]
    [InlineData("etcd3+http")]
    public void Members_WithoutAServer_FailsInOneLine(string scheme)
    {
        int port = FreePort.Find();

        FleetRun run = FleetRun.Of("members", "--backend-url", $"{scheme}://user:s3cret@127.0.0.1:{port}?timeout=2", "--group", "g");

        run.AssertFails(1, $"127.0.0.1:{port}");
        Assert.DoesNotContain("s3cret", run.Error, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Members_WithAServerThatHangs_EndsAtTheTimeoutOfTheUrl()
    {
        await using RedisServer server = await RedisServer.StartAsync();
        server.Pause();
        long begun = Stopwatch.GetTimestamp();

        FleetRun run = FleetRun.Of("members", "--backend-url", server.Url("timeout=1"), "--group", "g");

        run.AssertFails(1, "within 1 s");
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(20));
        server.Resume();
    }

    [Theory]
    [InlineData("members")]
    [InlineData("ring")]
    [InlineData("owner")]
    public void Help_OfEachCommand_SaysWhatItLeavesAlone(string command) =>
        Assert.Contains("purges nobody", FleetRun.Of(command, "--help").Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
}

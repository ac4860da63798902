using System.Text;
using RingPerf.Coordination.Servers.Network;

namespace RingPerf.Coordination.Redis.Tests.Connections;

public sealed class PrimaryFinderTests
{
    [Fact]
    public void Find_NoSentinelAnswers_NamesThePrimaryAndEachSentinel()
    {
        (int first, int second) = (FreePort.Find(), FreePort.Find());
        RedisSettings settings = RedisUrl.Read(BackendUrl.Parse(
            $"redis://127.0.0.1:{first}?sentinel=mymaster&sentinel_fallback=127.0.0.1:{second}&timeout=2"));

        var error = Assert.Throws<CoordinationConnectionException>(() => PrimaryFinder.Find(settings));

        Assert.StartsWith("No sentinel names the primary 'mymaster'.", error.Message, StringComparison.Ordinal);
        Assert.All(
            (int[])[first, second],
            port => Assert.Contains(
                $" Asking a sentinel: Redis at 127.0.0.1:{port} cannot be reached", error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("h", "0")]
    [InlineData("h", "65536")]
    [InlineData("h", "-1")]
    [InlineData("h", "x")]
    [InlineData("h", "")]
    [InlineData("", "6379")]
    public void ReadAddress_NoHostOrPort_IsRefused(string host, string port)
    {
        var error = Assert.Throws<IOException>(() => PrimaryFinder.ReadAddress([Encoding.UTF8.GetBytes(host), Encoding.UTF8.GetBytes(port)]));

        Assert.Equal("The sentinel's answer is no host with a port from 1 to 65535.", error.Message);
    }

    [Fact]
    public void ReadAddress_HostAndPort_IsTheAddress() =>
        Assert.Equal("[::1]:65535", PrimaryFinder.ReadAddress(["::1"u8.ToArray(), "65535"u8.ToArray()])!.Value.ToString());

    [Fact]
    public void ReadAddress_NoPair_IsUnknown()
    {
        Assert.Null(PrimaryFinder.ReadAddress(null));
        Assert.Null(PrimaryFinder.ReadAddress([]));
        Assert.Null(PrimaryFinder.ReadAddress(["h"u8.ToArray()]));
    }
}

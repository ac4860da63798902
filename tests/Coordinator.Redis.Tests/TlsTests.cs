using RingPerf.Coordination.Redis.Tests.Support;
using RingPerf.Coordination.Servers.Processes;
using RingPerf.Coordination.Servers.Redis;

namespace RingPerf.Coordination.Redis.Tests;

/// <summary>A server that speaks TLS only and asks for the client's certificate.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TlsTests()
    {
        CertificateFile.Write(_folder["server.pem"]);
        CertificateFile.Write(_folder["other.pem"]);
    }

    public void Dispose() => _folder.Dispose();

    [RedisFact]
    public async Task Start_TrustedBothWays_Works()
    {
        await using RedisServer server = await StartAsync();
        string file = _folder["server.pem"];
        await using RedisDriver driver = await Drivers.StartAsync(
            $"redis://127.0.0.1:{server.Port}?timeout=3&ssl=true&ssl_ca_certs={file}&ssl_certfile={file}&ssl_keyfile={file}", "net");

        await driver.JoinOrCreateGroupAsync("g");
        await driver.HeartbeatAsync();

        Assert.Equal([driver.MemberId], await driver.GetMembersAsync("g"));
    }

    [RedisTheory]
    [InlineData("ssl=true", "nobody vouches for the server")]
    [InlineData("ssl=true&ssl_ca_certs={0}/other.pem&ssl_certfile={0}/server.pem", "another one vouches for it")]
    [InlineData("ssl=true&ssl_ca_certs={0}/server.pem", "the client shows no certificate")]
    [InlineData("ssl=false", "no TLS")]
    public async Task Start_NotTrusted_ThrowsConnection(string query, string why)
    {
        await using RedisServer server = await StartAsync();
        await using RedisDriver driver = Drivers.Create(
            $"redis://127.0.0.1:{server.Port}?timeout=3&{string.Format(null, query, _folder.Root)}", "net");

        Exception? error = await Record.ExceptionAsync(() => driver.StartAsync().AsTask());

        Assert.True(error is CoordinationConnectionException, $"{why}: {error}");
        await Assert.ThrowsAsync<DriverStateException>(() => driver.CreateGroupAsync("g").AsTask());
    }

    private Task<RedisServer> StartAsync() => RedisServer.StartAsync(new RedisServerOptions { TlsFile = _folder["server.pem"] });
}

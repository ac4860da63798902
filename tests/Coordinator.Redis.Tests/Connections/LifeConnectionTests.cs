using System.Net.Sockets;
using RingPerf.Coordination.Servers.Network;

namespace RingPerf.Coordination.Redis.Tests.Connections;

/// <summary>A member's life on a server that is not there.</summary>
public sealed class LifeConnectionTests
{
    private readonly int _port = FreePort.Find();

    [Fact]
    public async Task Beat_NobodyThere_NamesTheServer()
    {
        LifeConnection life = Life();

        var error = await Assert.ThrowsAsync<CoordinationConnectionException>(() => life.BeatAsync(CancellationToken.None));

        Assert.StartsWith($"Heartbeat: Redis at 127.0.0.1:{_port} cannot be reached", error.Message, StringComparison.Ordinal);
        Assert.IsType<SocketException>(error.InnerException);
    }

    [Fact]
    public async Task Beat_LifeHasEnded_IsNotSent()
    {
        LifeConnection life = Life();
        var end = await Assert.ThrowsAsync<CoordinationConnectionException>(() => life.EndAsync(CancellationToken.None));
        Assert.StartsWith("Stop: ", end.Message, StringComparison.Ordinal);

        var error = await Assert.ThrowsAsync<DriverStateException>(() => life.BeatAsync(CancellationToken.None));

        Assert.Equal("Heartbeat needs a started driver; this one was stopped.", error.Message);
        await Assert.ThrowsAsync<CoordinationConnectionException>(() => life.BeginAsync(CancellationToken.None));
    }

    private LifeConnection Life() =>
        new(RedisUrl.Read(BackendUrl.Parse($"redis://127.0.0.1:{_port}?timeout=5")), [.. "beat"u8]);
}

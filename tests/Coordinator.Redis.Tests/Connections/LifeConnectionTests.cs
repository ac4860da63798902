using System.Net;
using System.Net.Sockets;
using System.Text;
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

    [Fact]
    public async Task Release_BeatWaitsForItsAnswer_ConnectsNoMore()
    {
        using TcpListener listener = Listen();
        LifeConnection life = Life();
        Task beat = BeatOnThePoolAsync(life);
        using TcpClient server = await listener.AcceptTcpClientAsync();
        NetworkStream stream = server.GetStream();
        await AnswerAsync(stream, "PING", "+PONG\r\n");
        await AnswerAsync(stream, "PSETEX", "+OK\r\n");
        await beat;
        beat = BeatOnThePoolAsync(life);
        await AnswerAsync(stream, "PSETEX", "");

        life.Release();

        await Assert.ThrowsAsync<DriverStateException>(() => beat);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task Release_WhileABeatConnects_ClosesWhatItConnected()
    {
        using TcpListener listener = Listen();
        LifeConnection life = Life(":secret@");
        Task beat = BeatOnThePoolAsync(life);
        using TcpClient server = await listener.AcceptTcpClientAsync();
        NetworkStream stream = server.GetStream();
        await AnswerAsync(stream, "AUTH", "");

        life.Release();
        await stream.WriteAsync("+OK\r\n"u8.ToArray());

        await Assert.ThrowsAsync<DriverStateException>(() => beat);
        Assert.Equal(0, await stream.ReadAsync(new byte[100]));
    }

    private LifeConnection Life(string login = "") =>
        new(RedisUrl.Read(BackendUrl.Parse($"redis://{login}127.0.0.1:{_port}?timeout=60")), [.. "beat"u8]);

    /// <summary>A caller with a thread of its own would be held until the beat has ended, and so may be who awaited another beat.</summary>
    private static Task BeatOnThePoolAsync(LifeConnection life) => Task.Run(() => life.BeatAsync(CancellationToken.None));

    private TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, _port);
        listener.Start();
        return listener;
    }

    /// <summary>Waits for a request, which comes in one piece, and answers it.</summary>
    private static async Task AnswerAsync(NetworkStream stream, string request, string answer)
    {
        byte[] heard = new byte[1000];
        int length = await stream.ReadAsync(heard);
        Assert.Contains(request, Encoding.ASCII.GetString(heard, 0, length), StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
    }
}

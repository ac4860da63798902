using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace RingPerf.Coordination.Servers.Network;

/// <summary>One connection through a <see cref="FaultProxy"/>.</summary>
internal sealed class FaultLink(FaultProxy proxy, Socket client) : IDisposable
{
    private readonly Socket _server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private volatile bool _serverSideClosed;

    internal async Task RunAsync(int target, CancellationToken stop)
    {
        client.NoDelay = true;
        try
        {
            if (proxy.Fault is Fault.Reset or Fault.Refuse)
            {
                return;
            }

            if (proxy.Fault == Fault.HalfOpen)
            {
                _serverSideClosed = true;
            }
            else
            {
                await _server.ConnectAsync(IPAddress.Loopback, target, stop);
            }

            Task requests = PumpAsync(client, _server, Fault.LoseRequests, stop);
            Task replies = _serverSideClosed ? Task.CompletedTask : PumpAsync(_server, client, Fault.LoseReplies, stop);
            await Task.WhenAny(requests, _serverSideClosed ? requests : replies);
            if (_serverSideClosed)
            {
                await requests;
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The server is down: the client sees its connection reset.
        }
        finally
        {
            Dispose();
        }
    }

    internal void CloseServerSide()
    {
        _serverSideClosed = true;
        Close(_server);
    }

    /// <summary>Resets both sides.</summary>
    public void Dispose()
    {
        Close(client);
        Close(_server);
    }

    private static void Close(Socket socket)
    {
        try
        {
            // A linger of zero makes the close a reset.
            socket.LingerState = new LingerOption(true, 0);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Closed already, or never connected.
        }

        socket.Dispose();
    }

    /// <summary>Passes data on until either side is gone; the link then resets the other, unless the fault is that it never hears of it.</summary>
    private async Task PumpAsync(Socket from, Socket to, Fault loses, CancellationToken stop)
    {
        // A slow network holds any number of pieces at once, each for its own time.
        var underWay = Channel.CreateUnbounded<(byte[] Data, TimeSpan Due)>();
        Task receiving = ReceiveAsync(from, underWay.Writer, stop);
        try
        {
            await foreach ((byte[] data, TimeSpan due) in underWay.Reader.ReadAllAsync(stop))
            {
                TimeSpan wait = due - _clock.Elapsed;
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, stop);
                }

                Fault fault = proxy.Fault;
                if (fault is not (Fault.Blackhole or Fault.HalfOpen) && fault != loses && !_serverSideClosed)
                {
                    await to.SendAsync(data, stop);
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The other side is gone.
        }
        finally
        {
            Close(from);
            await receiving;
        }
    }

    private async Task ReceiveAsync(Socket from, ChannelWriter<(byte[] Data, TimeSpan Due)> underWay, CancellationToken stop)
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            while (true)
            {
                int most = proxy.BytesPerSecond > 0 ? Math.Clamp(proxy.BytesPerSecond / 10, 1, buffer.Length) : buffer.Length;
                int count = await from.ReceiveAsync(buffer.AsMemory(0, most), stop);
                if (count == 0)
                {
                    return;
                }

                if (proxy.BytesPerSecond > 0)
                {
                    await Task.Delay(TimeSpan.FromSeconds((double)count / proxy.BytesPerSecond), stop);
                }

                await underWay.WriteAsync((buffer[..count], _clock.Elapsed + proxy.Delay), stop);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // This side is gone.
        }
        finally
        {
            underWay.Complete();
        }
    }
}

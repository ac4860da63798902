using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace RingPerf.Coordination.Servers.Network;

/// <summary>A TCP proxy on loopback that fails on demand, for connections open and new.</summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly ConcurrentDictionary<FaultLink, bool> _links = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;
    private long _delayTicks;
    private int _accepted;

    /// <summary>Starts to listen on a free port.</summary>
    /// <param name="target">The loopback port that everything goes to.</param>
    public FaultProxy(int target)
    {
        _target = target;
        Port = FreePort.Find();
        Listen();
    }

    public int Port { get; }

    /// <summary>Connections accepted since the start: a storm of reconnects shows here.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>How long data is under way, each way.</summary>
    public TimeSpan Delay
    {
        get => new(Interlocked.Read(ref _delayTicks));
        set => Interlocked.Exchange(ref _delayTicks, value.Ticks);
    }

    /// <summary>The most bytes a second that pass each way of a connection; 0 is without limit.</summary>
    public int BytesPerSecond { get; set; }

    public Fault Fault { get; private set; }

    /// <summary>Sets what goes wrong from now on. Connections that a fault has spoilt are reset when it changes.</summary>
    public void Set(Fault fault)
    {
        Fault last = Fault;
        Fault = fault;
        // Before the resets, since a client may connect again at once.
        if (fault == Fault.Refuse)
        {
            StopListening();
        }

        if (fault == Fault.HalfOpen)
        {
            ForEachLink(static link => link.CloseServerSide());
        }
        else if (fault is Fault.Reset or Fault.Refuse || (last is not Fault.None && fault != last))
        {
            // Bytes were lost, so no connection of before can go on.
            ForEachLink(static link => link.Dispose());
        }

        if (fault != Fault.Refuse && _listener is null)
        {
            Listen();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        StopListening();
        ForEachLink(static link => link.Dispose());
        await _accepting;
        _stop.Dispose();
    }

    private void Listen()
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, Port));
        listener.Listen(64);
        _listener = listener;
        _accepting = AcceptAsync(listener);
    }

    private void StopListening()
    {
        _listener?.Dispose();
        _listener = null;
    }

    private async Task AcceptAsync(Socket listener)
    {
        while (!_stop.IsCancellationRequested)
        {
            Socket client;
            try
            {
                client = await listener.AcceptAsync(_stop.Token);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                return;
            }

            Interlocked.Increment(ref _accepted);
            var link = new FaultLink(this, client);
            _links.TryAdd(link, true);
            _ = link.RunAsync(_target, _stop.Token).ContinueWith(
                _ => _links.TryRemove(link, out bool _), TaskScheduler.Default);
        }
    }

    private void ForEachLink(Action<FaultLink> act)
    {
        foreach (FaultLink link in _links.Keys)
        {
            act(link);
        }
    }
}

using System.Globalization;
using System.Text;

namespace RingPerf.Coordination.Redis;

/// <summary>A connection for a member's life alone: its beats, and its end. Each request has a thread of its own.</summary>
/// <remarks>The client's connections are read by the thread pool. In a process whose pool is starved no answer comes and no timer runs, so
/// a beat over them would be late and the member would expire. Here a thread blocks, and so does a caller with a thread of its own.
/// A request whose caller no longer waits ends by its own timeouts, and what it has connected serves the next one.</remarks>
internal sealed class LifeConnection(RedisSettings settings, byte[] key)
{
    private const string ThreadName = "RingPerf Redis heartbeat";

    private readonly Lock _asking = new();
    private readonly byte[] _milliseconds = Ascii(ToozBeat.Milliseconds(settings));
    private RespConnection? _connection;
    private volatile bool _hasEnded;
    private volatile bool _isReleased;

    /// <summary>Begins the life with a beat.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CoordinationException">The server refused or did not answer.</exception>
    internal Task BeginAsync(CancellationToken cancellationToken)
    {
        _hasEnded = false;
        _isReleased = false;
        return ClientThread.RunAsync(ThreadName, () => Beat(cancellationToken), cancellationToken);
    }

    /// <summary>Beats; connects first where it must.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CoordinationException">The server refused or did not answer.</exception>
    internal Task BeatAsync(CancellationToken cancellationToken) =>
        ClientThread.BeatAsync(ThreadName, () => Beat(cancellationToken), cancellationToken);

    /// <summary>Ends the life, after the beat that is under way; one that has not begun is not sent any more.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CoordinationException">The server refused or did not answer.</exception>
    internal Task EndAsync(CancellationToken cancellationToken)
    {
        _hasEnded = true;
        return ClientThread.RunAsync(
            ThreadName, () => AskInTurn("Stop", [[.. "DEL"u8], key], isLast: true, cancellationToken), cancellationToken);
    }

    /// <summary>Closes the connection, and so ends a wait for its answer; a request that is under way sends nothing more. The next life opens
    /// another.</summary>
    internal void Release()
    {
        _isReleased = true;
        Close();
    }

    private void Close() => Interlocked.Exchange(ref _connection, null)?.Dispose();

    private static byte[] Ascii(long number) => Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    private bool Beat(CancellationToken cancellationToken) => AskInTurn(
        "Heartbeat", [[.. "PSETEX"u8], key, _milliseconds, [.. ToozBeat.Value]], isLast: false, cancellationToken);

    private bool AskInTurn(string operation, byte[][] request, bool isLast, CancellationToken cancellationToken)
    {
        lock (_asking)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_hasEnded && !isLast)
            {
                throw Stopped(operation);
            }

            Ask(operation, request);
            return true;
        }
    }

    private void Ask(string operation, byte[][] request)
    {
        if (Volatile.Read(ref _connection) is { } open)
        {
            CoordinationException? failure = Try(operation, settings.Server, () => open.Ask(request));
            if (failure is null)
            {
                return;
            }

            // A server that was restarted or demoted is known by its first answer; one that is silent gets no second wait.
            if (failure is CoordinationTimeoutException)
            {
                throw failure;
            }
        }

        ThrowIfReleased(operation);
        RedisAddress primary = PrimaryFinder.Find(settings);
        if (Try(operation, primary, () => Open(primary, operation).Ask(request)) is { } lost)
        {
            throw lost;
        }
    }

    private RespConnection Open(RedisAddress server, string operation)
    {
        RespConnection connection = RespConnection.Open(
            server, settings.Credentials, settings.Tls, settings.ConnectTimeout, settings.RequestTimeout);
        Interlocked.Exchange(ref _connection, connection);
        // A release after this finds the connection; one before it is seen here.
        ThrowIfReleased(operation);
        // Where requests arrive and answers do not, a beat sent blindly would keep a share for a member that cannot know it.
        connection.Ask([.. "PING"u8]);
        if (settings.Database != 0)
        {
            connection.Ask([.. "SELECT"u8], Ascii(settings.Database));
        }

        return connection;
    }

    private void ThrowIfReleased(string operation)
    {
        if (_isReleased)
        {
            Close();
            throw Stopped(operation);
        }
    }

    private static DriverStateException Stopped(string operation) => new($"{operation} needs a started driver; this one was stopped.");

    private CoordinationException? Try(string operation, RedisAddress server, Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Exception e) when (RedisFailure.Is(e))
        {
            Close();
            return RedisFailure.Map(e, operation, server.ToString(), settings);
        }
    }
}

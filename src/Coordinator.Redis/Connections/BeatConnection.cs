using System.Globalization;
using System.Text;

namespace RingPerf.Coordination.Redis;

/// <summary>A connection for beats alone, each of them on a thread of its own.</summary>
/// <remarks>The client's connections are read by the thread pool. In a process whose pool is starved no answer comes and no timer runs, so
/// a beat over them would be late and the member would expire. Here a thread blocks, and who blocks on the task needs no pool either.</remarks>
internal sealed class BeatConnection(RedisSettings settings, byte[] key) : IDisposable
{
    private readonly Lock _beating = new();
    private readonly byte[] _milliseconds = Ascii(ToozBeat.Milliseconds(settings));
    private RespConnection? _connection;

    /// <summary>Beats; connects first where it must.</summary>
    /// <param name="cancellationToken">Ends the wait, and closes the connection.</param>
    /// <exception cref="CoordinationException">The server refused or did not answer.</exception>
    internal Task BeatAsync(CancellationToken cancellationToken)
    {
        // What awaits it goes on upon the thread, since the pool may have none to give; the thread has nothing else to do.
        var beaten = new TaskCompletionSource();
        new Thread(() => Run(beaten, cancellationToken)) { IsBackground = true, Name = "RingPerf Redis heartbeat" }.UnsafeStart();
        return beaten.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Closes the connection; the next beat opens another.</summary>
    public void Dispose() => Interlocked.Exchange(ref _connection, null)?.Dispose();

    private static byte[] Ascii(long number) => Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    private void Run(TaskCompletionSource beaten, CancellationToken cancellationToken)
    {
        try
        {
            Beat(cancellationToken);
        }
        catch (OperationCanceledException e)
        {
            beaten.SetCanceled(e.CancellationToken);
            return;
        }
        catch (Exception e)
        {
            beaten.SetException(e);
            return;
        }

        beaten.SetResult();
    }

    private void Beat(CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration abort =
            cancellationToken.UnsafeRegister(static self => ((BeatConnection)self!).Dispose(), this);
        lock (_beating)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Volatile.Read(ref _connection) is { } open)
            {
                CoordinationException? failure = TryBeat(open, settings.Server, cancellationToken);
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

            RedisAddress primary = PrimaryFinder.Find(settings);
            if (TryOpen(primary, cancellationToken) is { } lost)
            {
                throw lost;
            }
        }
    }

    private CoordinationException? TryOpen(RedisAddress server, CancellationToken cancellationToken) => Try(
        () =>
        {
            RespConnection connection = RespConnection.Open(server, settings.Credentials, settings.Tls, settings.RequestTimeout);
            Volatile.Write(ref _connection, connection);
            // Where requests arrive and answers do not, a beat sent blindly would keep a share for a member that cannot know it.
            connection.Ask([.. "PING"u8]);
            if (settings.Database != 0)
            {
                connection.Ask([.. "SELECT"u8], Ascii(settings.Database));
            }

            Ask(connection);
        },
        server,
        cancellationToken);

    private CoordinationException? TryBeat(RespConnection connection, RedisAddress server, CancellationToken cancellationToken) =>
        Try(() => Ask(connection), server, cancellationToken);

    private void Ask(RespConnection connection) => connection.Ask([.. "PSETEX"u8], key, _milliseconds, [.. ToozBeat.Value]);

    private CoordinationException? Try(Action act, RedisAddress server, CancellationToken cancellationToken)
    {
        try
        {
            act();
            return null;
        }
        catch (Exception e) when (RedisFailure.Is(e))
        {
            Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            return RedisFailure.Map(e, "Heartbeat", server.ToString(), settings);
        }
    }
}

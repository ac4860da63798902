using System.Globalization;
using System.Text;

namespace RingPerf.Coordination.Redis;

/// <summary>A connection for beats alone, used by whatever thread beats, and by one at a time.</summary>
internal sealed class BeatConnection(RedisSettings settings, byte[] key) : IDisposable
{
    private readonly Lock _beating = new();
    private readonly byte[] _milliseconds = Ascii(ToozBeat.Milliseconds(settings));
    private RespConnection? _connection;

    /// <summary>Beats on the calling thread; connects first where it must.</summary>
    /// <param name="cancellationToken">Ends the wait, by closing the connection.</param>
    /// <exception cref="CoordinationException">The server refused or did not answer.</exception>
    internal void Beat(CancellationToken cancellationToken)
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

    /// <summary>Closes the connection; the next beat opens another.</summary>
    public void Dispose() => Interlocked.Exchange(ref _connection, null)?.Dispose();

    private static byte[] Ascii(long number) => Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));

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

using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace RingPerf.Coordination.Redis;

/// <summary>The driver of <c>redis://host[:port][?options]</c>: groups on Redis in tooz's own layout, so that agents in Python share
/// them.</summary>
/// <remarks>
/// <para>A group is a hash of members, a member's life a key that expires with its own <c>membership_timeout</c>, and who reads a group
/// purges the members whose key is gone, itself excepted. Each operation is one script or one command, hence atomic. The layout, the options and what
/// differs from tooz are in docs/redis.md.</para>
/// <para>Heartbeats have a connection and threads of their own, and need no thread pool where the caller blocks on them on a thread that
/// is not the pool's either. Where the caller lends a multiplexer they go over that, and need the pool.</para>
/// </remarks>
public sealed partial class RedisDriver : CoordinationDriver
{
    /// <summary>The scheme of the driver's URLs.</summary>
    public const string Scheme = "redis";

    private static readonly MemberId Private = MemberId.FromText("__created__");

    private readonly RedisSettings _settings;
    private readonly ToozKeys _keys;
    private readonly IRedisLink _link;
    private readonly LifeConnection? _life;
    private readonly ILogger _logger;
    private IReadOnlyList<(string Option, string Reason)> _ignored;

    /// <summary>Makes a driver that is not started, with connections of its own.</summary>
    /// <param name="settings">URL, name and clock.</param>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    /// <exception cref="ArgumentException">The member id is empty, or tooz's private one.</exception>
    /// <exception cref="BackendUrlException">The URL names no server, or has an option that no tooz knows or a value that is wrong.</exception>
    public RedisDriver(DriverSettings settings)
        : this(settings, Read(settings), lent: null)
    {
    }

    /// <summary>Makes a driver that is not started, on a multiplexer that the caller keeps and disposes.</summary>
    /// <remarks>Server, credentials and TLS of the URL are not used then; timeouts, database, namespace and encoding are.</remarks>
    /// <param name="settings">URL, name and clock.</param>
    /// <param name="multiplexer">The connection.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The member id is empty, or tooz's private one.</exception>
    /// <exception cref="BackendUrlException">The URL names no server, or has an option that no tooz knows or a value that is wrong.</exception>
    public RedisDriver(DriverSettings settings, IConnectionMultiplexer multiplexer)
        : this(settings, Read(settings), multiplexer ?? throw new ArgumentNullException(nameof(multiplexer)))
    {
    }

    private RedisDriver(DriverSettings settings, RedisSettings redis, IConnectionMultiplexer? lent)
        : base(settings, redis.Timeout)
    {
        if (MemberId == Private)
        {
            throw new ArgumentException($"The member id is '{Private}', which is the name of tooz's own field in a group.", nameof(settings));
        }

        _settings = redis;
        _keys = new ToozKeys(redis);
        _link = lent is null ? new OwnedLink(redis) : new BorrowedLink(lent, redis.Database);
        _life = lent is null ? new LifeConnection(redis.ForBeats(), _keys.Beat(MemberId)) : null;
        _logger = settings.Loggers.CreateLogger<RedisDriver>();
        _ignored = redis.Ignored;
    }

    private static RedisSettings Read(DriverSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return RedisUrl.Read(settings.Url);
    }

    /// <summary>Sends one request; within the URL's <c>socket_timeout</c>, whatever the client does.</summary>
    private async Task<T> AskAsync<T>(string operation, Func<IDatabase, Task<T>> request, CancellationToken cancellationToken)
    {
        IDatabase? database = null;
        long sent = 0;
        try
        {
            database = await _link.OpenAsync(cancellationToken).ConfigureAwait(false);
            sent = Time.GetTimestamp();
            Task<T> answer = request(database);
            Abandonment.Observe(answer);
            return await answer.WaitAsync(_settings.RequestTimeout, Time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Cancelled early it says nothing of the connection; late, the answer is overdue.
            if (database is not null && Time.GetElapsedTime(sent) >= _settings.RequestTimeout * 0.75)
            {
                _link.Distrust(database);
            }

            throw;
        }
        catch (Exception e) when (RedisFailure.Is(e))
        {
            if (database is not null && RedisFailure.IsOfConnection(e))
            {
                _link.Distrust(database);
            }

            throw RedisFailure.Map(e, operation, _settings.Server.ToString(), _settings);
        }
    }
}

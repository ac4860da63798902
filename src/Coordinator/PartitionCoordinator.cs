using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;

namespace RingPerf.Coordination;

/// <summary>Splits work over the agents of a group: each takes the items that a consistent hash ring over the members gives it.</summary>
/// <remarks>
/// <para>While membership is stable every item has exactly one owner; after a change, for at most the membership timeout plus one
/// poll, an item may have none or two. It is no lock: nothing keeps two agents from working on one item in that window.</para>
/// <para>The caller beats by <see cref="HeartbeatAsync"/> well within the membership timeout, and polls by
/// <see cref="ExtractMySubsetAsync"/>; in a host, <c>AddPartitionCoordinator</c> beats and joins instead. A back end that fails gives an
/// empty share, never everything and never an error. Without a back end, before the start and after the stop the coordinator is inactive,
/// and everything is the agent's own.</para>
/// <para>Members of any number of threads may be called at the same time. Follows <c>aodh.coordination.PartitionCoordinator</c>;
/// docs/coordinator.md lists what differs.</para>
/// </remarks>
public sealed partial class PartitionCoordinator : IAsyncDisposable
{
    private readonly CoordinationDriverRegistry _drivers;
    private readonly ILoggerFactory _loggers;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly BackendUrl? _url;
    private readonly HashRingOptions _ringOptions;
    private readonly double? _weight;
    private readonly TimeSpan _stopTimeout;
    private readonly ResiliencePipeline _joining;
    private readonly ResiliencePipeline _rejoining;
    private readonly AgentName _name;
    private readonly MemberLife _life;
    private readonly CoordinatorMetrics _metrics;
    private readonly FailureRuns _failures = new();
    private readonly Lock _publishing = new();
    private PartitionSession? _session;
    private PartitionSession? _latest;
    private PartitionStatus _status;
    private int _passedThrough;
    private int _disposed;

    /// <summary>Makes a coordinator that is not started.</summary>
    /// <param name="options">Back end, name and ring; read here once.</param>
    /// <param name="drivers">The drivers that the URL's scheme chooses from.</param>
    /// <param name="loggers">Where it logs; nowhere unless given.</param>
    /// <param name="time">The clock of its waits and deadlines; the system's unless given.</param>
    /// <param name="meters">Makes its meter; unless given, it has one of its own until it is disposed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> or <paramref name="drivers"/> is null.</exception>
    /// <exception cref="ArgumentException">The member id or the group id has a lone surrogate, or an option is out of range.</exception>
    /// <exception cref="BackendUrlException">The URL is malformed.</exception>
    public PartitionCoordinator(
        PartitionCoordinatorOptions options, CoordinationDriverRegistry drivers, ILoggerFactory? loggers = null,
        TimeProvider? time = null, IMeterFactory? meters = null)
        : this(options, drivers, loggers, time, Random.Shared.NextDouble, MemberId.New, meters)
    {
    }

    internal PartitionCoordinator(
        PartitionCoordinatorOptions options, CoordinationDriverRegistry drivers, ILoggerFactory? loggers, TimeProvider? time,
        Func<double> draw, Func<MemberId>? drawName = null, IMeterFactory? meters = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(drivers);
        foreach ((string option, object value, string message) in OptionRules.OutOfRange(options))
        {
            throw new ArgumentOutOfRangeException(option, value, message);
        }

        _drivers = drivers;
        _loggers = loggers ?? NullLoggerFactory.Instance;
        _logger = _loggers.CreateLogger<PartitionCoordinator>();
        _time = time ?? TimeProvider.System;
        _url = string.IsNullOrEmpty(options.BackendUrl) ? null : BackendUrl.Parse(options.BackendUrl);
        _ringOptions = new HashRingOptions
        {
            Replicas = options.Replicas,
            Labels = options.Labels,
            Collisions = CollisionRule.Canonical,
        };
        _weight = options.Weight;
        _stopTimeout = options.StopTimeout;
        _joining = Backoff.Join(options, _time);
        _rejoining = Backoff.Rejoin(_time, draw);
        _name = new AgentName(options.MemberId, _ringOptions, drawName ?? MemberId.New);
        if (!string.IsNullOrEmpty(options.GroupId))
        {
            GroupIds.Check(options.GroupId);
            GroupId = options.GroupId;
        }

        _status = Look(PartitionState.Inactive, []);
        _life = new MemberLife(_time, OnLifeRanOut);
        _metrics = new CoordinatorMetrics(meters, _url?.Scheme ?? "none");
        _metrics.Observe(() => _life.Age?.TotalSeconds, () => _views);
    }

    /// <summary>This agent's name. One that was drawn may change at the first join, to avoid a collision.</summary>
    public MemberId MemberId => _name.Current;

    /// <summary>The group that a call means which names none; null where the options name none either.</summary>
    public string? GroupId { get; }

    /// <summary>Whether a back end is configured and the coordinator is between its start and its stop, connected or not.</summary>
    public bool IsActive => Volatile.Read(ref _session) is not null;

    /// <summary>What the agent knew of its group when it last looked; where it is in several, of the one it looked at last.</summary>
    public PartitionStatus Status => Volatile.Read(ref _status);

    internal BackendUrl? Url => _url;

    internal HashRingOptions RingOptions => _ringOptions;

    internal MemberLife Life => _life;

    /// <summary>Whether the driver is connected, as far as it knows.</summary>
    internal bool IsConnected => Volatile.Read(ref _session)?.Driver.IsStarted ?? false;

    /// <summary>Connects to the back end, once; where that fails, <see cref="HeartbeatAsync"/> and <see cref="JoinGroupAsync"/> try
    /// again. Without effect where no back end is configured, or the coordinator is started.</summary>
    /// <param name="cancellationToken">Ends the wait; the coordinator is active afterwards.</param>
    /// <exception cref="BackendUrlException">The scheme is unknown or an option is wrong; the coordinator stays inactive.</exception>
    /// <exception cref="ObjectDisposedException">The coordinator was disposed.</exception>
    public async ValueTask StartAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
        if (_url is null)
        {
            return;
        }

        PartitionSession session = Volatile.Read(ref _session) ?? Publish(NewSession(_url));
        if (Volatile.Read(ref _disposed) != 0)
        {
            // Disposed of meanwhile, perhaps before there was a session to stop.
            await StopAsync(cancellationToken).ConfigureAwait(false);
            throw new ObjectDisposedException(GetType().FullName);
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(session.Stopping, cancellationToken);
        await ConnectAsync(session, retry: false, either.Token).ConfigureAwait(false);
    }

    /// <summary>Leaves every group and disconnects, within <see cref="PartitionCoordinatorOptions.StopTimeout"/>, whatever the back
    /// end answers. The coordinator is inactive at once, and may be started again.</summary>
    /// <param name="cancellationToken">Makes it hurry: what the back end has not answered by then is left to expire.</param>
    public async ValueTask StopAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _session, null) is not { } session)
        {
            return;
        }

        lock (_observing)
        {
            _life.Forget();
        }

        _failures.Clear();
        LoseMembership();
        using var deadline = new CancellationTokenSource(_stopTimeout, _time);
        using var hurry = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        Observe(session: null, PartitionState.Inactive);
        await session.StopAsync(hurry.Token).ConfigureAwait(false);
    }

    /// <summary>Stops for good, as <see cref="StopAsync"/> does, and ends every watch. A second call is without effect.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await StopAsync().ConfigureAwait(false);
            EndWatches();
            _life.Dispose();
            _metrics.Dispose();
        }
    }

    private PartitionSession NewSession(BackendUrl url) => new(
        name => _drivers.Create(new DriverSettings(url, name) { Time = _time, Loggers = _loggers, Purged = OnPurged }),
        url, _name, _logger, _metrics, _failures)
    {
        Capabilities = _weight is { } weight ? MemberCapabilities.FromWeight(weight) : MemberCapabilities.None,
    };

    private PartitionSession Publish(PartitionSession session)
    {
        lock (_publishing)
        {
            // A start that loses the race has made a driver that never connected; it holds nothing.
            if (Volatile.Read(ref _session) is { } other)
            {
                return other;
            }

            session.Before = _latest?.Ended ?? Task.CompletedTask;
            _latest = session;
            Volatile.Write(ref _session, session);
        }

        Observe(session, PartitionState.Rejoining);
        return session;
    }

    private async ValueTask ConnectAsync(PartitionSession session, bool retry, CancellationToken cancellationToken)
    {
        if (!session.Driver.IsStarted && !await session.EnsureStartedAsync(retry, cancellationToken).ConfigureAwait(false))
        {
            Observe(session, PartitionState.BackendLost);
        }
    }
}

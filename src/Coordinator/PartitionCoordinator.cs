using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;

namespace RingPerf.Coordination;

/// <summary>Splits work over the agents of a group: each takes the items that a consistent hash ring over the members gives it.</summary>
/// <remarks>
/// <para>While membership is stable every item has exactly one owner; after a change, for at most the membership timeout plus one
/// poll, an item may have none or two. It is no lock: nothing keeps two agents from working on one item in that window.</para>
/// <para>The caller beats by <see cref="HeartbeatAsync"/> well within the membership timeout, and polls by
/// <see cref="ExtractMySubsetAsync"/>. A back end that fails gives an empty share, never everything and never an error. Without a
/// back end, before the start and after the stop the coordinator is inactive, and everything is the agent's own.</para>
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
    private readonly TimeSpan _stopTimeout;
    private readonly ResiliencePipeline _joining;
    private readonly ResiliencePipeline _rejoining;
    private PartitionSession? _session;
    private PartitionStatus _status;
    private int _passedThrough;

    /// <summary>Makes a coordinator that is not started.</summary>
    /// <param name="options">Back end, name and ring; read here once.</param>
    /// <param name="drivers">The drivers that the URL's scheme chooses from.</param>
    /// <param name="loggers">Where it logs; nowhere unless given.</param>
    /// <param name="time">The clock of its waits and deadlines; the system's unless given.</param>
    /// <exception cref="ArgumentException">The member id has a lone surrogate, or an option is out of range.</exception>
    /// <exception cref="BackendUrlException">The URL is malformed.</exception>
    public PartitionCoordinator(
        PartitionCoordinatorOptions options, CoordinationDriverRegistry drivers, ILoggerFactory? loggers = null,
        TimeProvider? time = null)
        : this(options, drivers, loggers, time, Random.Shared.NextDouble)
    {
    }

    internal PartitionCoordinator(
        PartitionCoordinatorOptions options, CoordinationDriverRegistry drivers, ILoggerFactory? loggers, TimeProvider? time,
        Func<double> draw)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(drivers);
        options.Check();
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
        _stopTimeout = options.StopTimeout;
        _joining = Backoff.Join(options, _time);
        _rejoining = Backoff.Rejoin(_time, draw);
        _status = Look(PartitionState.Inactive, []);
        MemberId = string.IsNullOrEmpty(options.MemberId) ? MemberId.New() : MemberId.FromText(options.MemberId);
    }

    /// <summary>This agent's name.</summary>
    public MemberId MemberId { get; }

    /// <summary>Whether a back end is configured and the coordinator is between its start and its stop, connected or not.</summary>
    public bool IsActive => Volatile.Read(ref _session) is not null;

    /// <summary>What the agent knew of its group when it last looked.</summary>
    public PartitionStatus Status => Volatile.Read(ref _status);

    /// <summary>Connects to the back end, once; where that fails, <see cref="HeartbeatAsync"/> and <see cref="JoinGroupAsync"/> try
    /// again. Without effect where no back end is configured, or the coordinator is started.</summary>
    /// <param name="cancellationToken">Ends the wait; the coordinator is active afterwards.</param>
    /// <exception cref="BackendUrlException">The scheme is unknown or an option is wrong; the coordinator stays inactive.</exception>
    public async ValueTask StartAsync(CancellationToken cancellationToken = default)
    {
        if (_url is null)
        {
            return;
        }

        PartitionSession session = Volatile.Read(ref _session) ?? Publish(new PartitionSession(CreateDriver, _url, _logger));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(session.Stopping, cancellationToken);
        await ConnectAsync(session, either.Token).ConfigureAwait(false);
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

        using var deadline = new CancellationTokenSource(_stopTimeout, _time);
        using var hurry = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        await session.StopAsync(hurry.Token).ConfigureAwait(false);
        Observe(PartitionState.Inactive, []);
    }

    /// <summary>Keeps this agent alive in its groups; connects first where the last start failed.</summary>
    /// <remarks>A failure is logged, not raised. It joins no group: an agent that expired rejoins at its next poll.</remarks>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask HeartbeatAsync(CancellationToken cancellationToken = default)
    {
        if (Volatile.Read(ref _session) is not { } session)
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(session.Stopping, cancellationToken);
        try
        {
            await ConnectAsync(session, either.Token).ConfigureAwait(false);
            await session.Driver.HeartbeatAsync(either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (BackendFailure.Is(e, cancellationToken))
        {
            if (!session.Stopping.IsCancellationRequested)
            {
                _logger.HeartbeatFailed(e);
            }
        }
    }

    /// <inheritdoc cref="StopAsync"/>
    public ValueTask DisposeAsync() => StopAsync();

    private ICoordinationDriver CreateDriver() =>
        _drivers.Create(new DriverSettings(_url!, MemberId) { Time = _time, Loggers = _loggers });

    private PartitionSession Publish(PartitionSession session)
    {
        // A start that loses the race has made a driver that never connected; it holds nothing.
        PartitionSession? other = Interlocked.CompareExchange(ref _session, session, null);
        if (other is null)
        {
            Observe(PartitionState.Rejoining, []);
        }

        return other ?? session;
    }

    private async ValueTask ConnectAsync(PartitionSession session, CancellationToken cancellationToken)
    {
        if (!session.Driver.IsStarted && !await session.EnsureStartedAsync(cancellationToken).ConfigureAwait(false))
        {
            Observe(PartitionState.BackendLost, []);
        }
    }

    private void Observe(PartitionState state, IReadOnlyList<MemberId> members) =>
        Volatile.Write(ref _status, Look(state, members));

    private PartitionStatus Look(PartitionState state, IReadOnlyList<MemberId> members) => new(state, members, _time.GetUtcNow());
}

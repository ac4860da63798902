using System.Runtime.CompilerServices;

namespace RingPerf.Coordination;

/// <summary>What drivers share: states, deadlines, the joined groups and the watches. A driver adds its back end's operations.</summary>
/// <remarks>Public operations check state and arguments, then call the protected one of the same name, which must honour its token
/// and raise its client's errors as <see cref="CoordinationException"/>.</remarks>
public abstract partial class CoordinationDriver : ICoordinationDriver
{
    private readonly Lock _sets = new();
    private readonly HashSet<string> _joined = new(StringComparer.Ordinal);
    private readonly Action<string, IReadOnlyList<MemberId>>? _purged;
    private int _state = (int)DriverState.Stopped;

    /// <summary>Takes the settings.</summary>
    /// <param name="settings">Name and clock.</param>
    /// <param name="timeout">The longest that one operation takes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    /// <exception cref="ArgumentException">The member id is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is not above zero.</exception>
    protected CoordinationDriver(DriverSettings settings, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        if (settings.MemberId.IsEmpty)
        {
            throw new ArgumentException("The member id is empty; a member needs a name.", nameof(settings));
        }

        MemberId = settings.MemberId;
        Time = settings.Time;
        Timeout = timeout;
        _purged = settings.Purged;
        PurgesExpired = settings.PurgesExpired;
    }

    /// <inheritdoc/>
    public MemberId MemberId { get; }

    /// <inheritdoc/>
    public TimeSpan Timeout { get; }

    /// <inheritdoc/>
    public bool IsStarted => (DriverState)Volatile.Read(ref _state) == DriverState.Started;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> JoinedGroups
    {
        get
        {
            lock (_sets)
            {
                return [.. _joined];
            }
        }
    }

    /// <summary>The clock of deadlines and expiry.</summary>
    protected TimeProvider Time { get; }

    /// <summary>Whether a read of a group removes members that have expired, rather than leave them out only.</summary>
    protected bool PurgesExpired { get; }

    /// <inheritdoc/>
    public async ValueTask StartAsync(CancellationToken cancellationToken = default)
    {
        if (!Move(DriverState.Stopped, DriverState.Starting))
        {
            throw new DriverStateException((DriverState)Volatile.Read(ref _state) == DriverState.Stopping
                ? "The driver's stop is under way; it can be started again when that has ended."
                : "The driver is started already; it can be started once until it is stopped.");
        }

        DriverState reached = DriverState.Stopped;
        try
        {
            await BoundAsync(ConnectAsync, cancellationToken).ConfigureAwait(false);
            reached = DriverState.Started;
        }
        finally
        {
            Volatile.Write(ref _state, (int)reached);
        }
    }

    /// <inheritdoc/>
    public async ValueTask StopAsync(CancellationToken cancellationToken = default)
    {
        if (!Move(DriverState.Started, DriverState.Stopping))
        {
            throw new DriverStateException("The driver is not started, so it cannot be stopped.");
        }

        try
        {
            string[] groups = [.. JoinedGroups];
            ForgetAll();
            await BoundAsync(token => LeaveAndDisconnectAsync(groups, token), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _state, (int)DriverState.Stopped);
        }
    }

    /// <summary>Stops the driver if it is started, whatever the back end answers, and frees what it holds.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsStarted)
        {
            try
            {
                await StopAsync().ConfigureAwait(false);
            }
            catch (CoordinationException)
            {
                // The back end is gone or the driver was stopped meanwhile; what it still holds of this member expires.
            }
        }

        await ReleaseAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Connects, and makes the member alive.</summary>
    /// <param name="cancellationToken">Cancelled by the caller or at the deadline.</param>
    protected abstract ValueTask ConnectAsync(CancellationToken cancellationToken);

    /// <summary>Gives up the member's life and disconnects; the groups are left already.</summary>
    /// <param name="cancellationToken">Cancelled by the caller or at the deadline.</param>
    protected abstract ValueTask DisconnectAsync(CancellationToken cancellationToken);

    /// <summary>Tells that a read removed members which had expired.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="members">Those that this driver removed itself; none is without effect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="members"/> is null.</exception>
    protected void ReportPurged(string groupId, IReadOnlyList<MemberId> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        if (members.Count > 0)
        {
            _purged?.Invoke(groupId, members);
        }
    }

    /// <summary>Frees what the driver holds for good.</summary>
    protected virtual ValueTask ReleaseAsync() => ValueTask.CompletedTask;

    private async ValueTask LeaveAndDisconnectAsync(string[] groups, CancellationToken cancellationToken)
    {
        foreach (string group in groups)
        {
            try
            {
                await LeaveAsync(group, cancellationToken).ConfigureAwait(false);
            }
            catch (CoordinationException)
            {
                // As in tooz: a group that is gone or unreachable does not keep a member from stopping.
            }
        }

        await DisconnectAsync(cancellationToken).ConfigureAwait(false);
    }

    private bool Move(DriverState from, DriverState to) =>
        Interlocked.CompareExchange(ref _state, (int)to, (int)from) == (int)from;

    private async ValueTask BoundAsync(
        Func<CancellationToken, ValueTask> operation, CancellationToken cancellationToken,
        [CallerMemberName] string name = "") =>
        await BoundAsync<bool>(
            async token =>
            {
                await operation(token).ConfigureAwait(false);
                return true;
            },
            cancellationToken,
            name).ConfigureAwait(false);

    private async ValueTask<T> BoundAsync<T>(
        Func<CancellationToken, ValueTask<T>> operation, CancellationToken cancellationToken,
        [CallerMemberName] string name = "")
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var deadline = new CancellationTokenSource(Timeout, Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await operation(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (either.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new CoordinationTimeoutException(name, Timeout, e);
        }
    }
}

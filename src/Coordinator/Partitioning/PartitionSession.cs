using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination;

/// <summary>What a coordinator holds between a start and a stop: its driver, its groups and their rings.</summary>
/// <remarks>A driver whose start failed is replaced by the next start, so it is read anew for each operation.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "An operation that a stop overtakes still uses them; neither owns a handle.")]
internal sealed class PartitionSession
{
    private readonly Func<ICoordinationDriver> _create;
    private readonly ILogger _logger;
    private readonly BackendUrl _url;
    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly CancellationTokenSource _stopping = new();
    private volatile ICoordinationDriver _driver;
    private bool _startFailed;

    internal PartitionSession(Func<ICoordinationDriver> create, BackendUrl url, ILogger logger)
    {
        _create = create;
        _url = url;
        _logger = logger;
        _driver = create();
    }

    internal ICoordinationDriver Driver => _driver;

    /// <summary>Cancelled by the stop.</summary>
    internal CancellationToken Stopping => _stopping.Token;

    /// <summary>The groups this agent is in, as far as it knows.</summary>
    internal ConcurrentDictionary<string, bool> Joined { get; } = new(StringComparer.Ordinal);

    /// <summary>The last ring of each group.</summary>
    internal ConcurrentDictionary<string, GroupRing> Rings { get; } = new(StringComparer.Ordinal);

    /// <summary>One join at a time: two at once would take each other for a stranger of the same name.</summary>
    internal SemaphoreSlim Joining { get; } = new(1, 1);

    /// <summary>Starts the driver unless it is; tries once.</summary>
    /// <returns>Whether it is started. A failure is logged.</returns>
    internal async ValueTask<bool> EnsureStartedAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_driver.IsStarted)
            {
                return true;
            }

            if (_startFailed)
            {
                ICoordinationDriver failed = _driver;
                _driver = _create();
                await failed.DisposeAsync().ConfigureAwait(false);
            }

            _startFailed = true;
            await _driver.StartAsync(cancellationToken).ConfigureAwait(false);
            _startFailed = false;
            _logger.BackendStarted(_url, _driver.MemberId);
            return true;
        }
        catch (Exception e) when (BackendFailure.Is(e, cancellationToken))
        {
            _logger.ConnectFailed(e, _url);
            return false;
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Ends what is under way, leaves every group and stops the driver, whatever the back end answers.</summary>
    internal async ValueTask StopAsync(CancellationToken hurry)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        // Never released: nothing may start this session's driver again.
        await _starting.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        foreach (string groupId in Joined.Keys)
        {
            await LeaveAsync(groupId, hurry).ConfigureAwait(false);
        }

        try
        {
            await _driver.StopAsync(hurry).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException || BackendFailure.Is(e, default))
        {
            _logger.StopFailed(e, _url);
        }

        await _driver.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Leaves a group if it was joined, and forgets it all the same where the back end fails.</summary>
    internal async ValueTask LeaveAsync(string groupId, CancellationToken cancellationToken)
    {
        if (!Joined.TryRemove(groupId, out _))
        {
            return;
        }

        Rings.TryRemove(groupId, out _);
        try
        {
            await _driver.LeaveGroupAsync(groupId, cancellationToken).ConfigureAwait(false);
            _logger.LeftGroup(groupId);
        }
        catch (Exception e) when (e is OperationCanceledException || BackendFailure.Is(e, default))
        {
            _logger.LeaveFailed(e, groupId);
        }
    }

    /// <summary>Joins a group once, creating it where it is missing.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="again">Whether to join even where this agent believes to be in the group.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async ValueTask JoinAsync(string groupId, bool again, CancellationToken cancellationToken)
    {
        await Joining.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (again || !Joined.ContainsKey(groupId))
            {
                await _driver.JoinOrCreateGroupAsync(groupId, default, cancellationToken).ConfigureAwait(false);
                Joined.TryAdd(groupId, true);
                _logger.JoinedGroup(groupId);
            }
        }
        catch (MemberAlreadyExistsException)
        {
            if (Joined.TryAdd(groupId, true))
            {
                _logger.NameTaken(groupId, _driver.MemberId);
            }
        }
        finally
        {
            Joining.Release();
        }
    }
}

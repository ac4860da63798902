using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination;

/// <summary>What a coordinator holds between a start and a stop: its driver, its groups and their rings.</summary>
/// <remarks>A driver whose start failed is replaced by the next start, and one whose name collides by the first join, so it is read anew
/// for each operation.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "An operation that a stop overtakes still uses them; neither owns a handle.")]
internal sealed partial class PartitionSession
{
    private readonly Func<MemberId, ICoordinationDriver> _create;
    private readonly BackendUrl _url;
    private readonly AgentName _name;
    private readonly ILogger _logger;
    private readonly CoordinatorMetrics _metrics;
    private readonly FailureRuns _failures;
    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _ended = new();
    private volatile ICoordinationDriver _driver;
    private bool _startFailed;

    internal PartitionSession(
        Func<MemberId, ICoordinationDriver> create, BackendUrl url, AgentName name, ILogger logger, CoordinatorMetrics metrics,
        FailureRuns failures)
    {
        _create = create;
        _url = url;
        _name = name;
        _logger = logger;
        _metrics = metrics;
        _failures = failures;
        _driver = create(name.Current);
    }

    internal ICoordinationDriver Driver => _driver;

    /// <summary>What this agent says of itself in its groups.</summary>
    internal MemberCapabilities Capabilities { get; init; }

    /// <summary>Completed when the stop is over.</summary>
    internal Task Ended => _ended.Task;

    /// <summary>The end of the session before, whose members go by the same name.</summary>
    internal Task Before { get; set; } = Task.CompletedTask;

    /// <summary>Cancelled by the stop.</summary>
    internal CancellationToken Stopping => _stopping.Token;

    /// <summary>The groups this agent is in, as far as it knows.</summary>
    internal ConcurrentDictionary<string, bool> Joined { get; } = new(StringComparer.Ordinal);

    /// <summary>The last ring of each group.</summary>
    internal ConcurrentDictionary<string, GroupRing> Rings { get; } = new(StringComparer.Ordinal);

    /// <summary>Starts the driver unless it is; tries once.</summary>
    /// <param name="retry">Whether this repeats a start that failed, whose failures are news only once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it is started. A failure is logged.</returns>
    internal async ValueTask<bool> EnsureStartedAsync(bool retry, CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_driver.IsStarted)
            {
                return true;
            }

            // Else the leave of the life before would take out the member of this one.
            await Before.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (_startFailed)
            {
                ICoordinationDriver failed = _driver;
                _driver = _create(_name.Current);
                await failed.DisposeAsync().ConfigureAwait(false);
            }

            _startFailed = true;
            await _driver.StartAsync(cancellationToken).ConfigureAwait(false);
            _startFailed = false;
            _failures.End(BackendOperation.Connect);
            _logger.BackendStarted(_url, _driver.MemberId);
            return true;
        }
        catch (Exception e) when (e is BackendUrlException || BackendFailure.Is(e, cancellationToken))
        {
            // The URL was right once: a file that it names is being replaced.
            _metrics.Error(BackendOperation.Connect, e);
            _logger.ConnectFailed(retry ? _failures.Level(BackendOperation.Connect, e) : LogLevel.Error, e, _url);
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
        try
        {
            await EndAsync(hurry).ConfigureAwait(false);
        }
        finally
        {
            _ended.SetResult();
        }
    }

    private async ValueTask EndAsync(CancellationToken hurry)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        // Never released: nothing may start this session's driver again.
        await _starting.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        await EndJoinAsync(hurry).ConfigureAwait(false);
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
            _metrics.Error(BackendOperation.Stop, e);
            _logger.StopFailed(e, _url);
        }

        await _driver.DisposeAsync().ConfigureAwait(false);
    }
}

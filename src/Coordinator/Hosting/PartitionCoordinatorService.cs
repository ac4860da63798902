using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination;

/// <summary>Keeps a coordinator connected, alive and in its group while the host runs.</summary>
/// <remarks>Nothing that the back end does ends it or the host. A coordinator that its user stops or takes out of the group is left
/// alone.</remarks>
internal sealed class PartitionCoordinatorService : IHostedService, IAsyncDisposable
{
    private readonly PartitionCoordinator _coordinator;
    private readonly PartitionCoordinatorOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly FailureRuns _failures = new();

    // Never disposed: the thread that beats may wait on its handle a moment longer than the stop waits for the thread.
    private readonly CancellationTokenSource _stop = new();
    private Task _heart = Task.CompletedTask;
    private Task _membership = Task.CompletedTask;

    internal PartitionCoordinatorService(
        PartitionCoordinator coordinator, PartitionCoordinatorOptions options, TimeProvider time, ILogger logger)
    {
        _coordinator = coordinator;
        _options = options;
        _time = time;
        _logger = logger;
    }

    /// <summary>Tries once to connect, and to join; goes on behind the host's start where that takes longer than the options
    /// allow.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_coordinator.Url is not { } url)
        {
            _logger.NoBackend();
            return;
        }

        var tried = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _membership = RunAsync(tried, _stop.Token);
        try
        {
            await tried.Task.WaitAsync(_options.StartTimeout, _time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _logger.StartGoesOn(url, _options.StartTimeout);
        }
        finally
        {
            // Nobody waits any more: what fails from now on is logged.
            tried.TrySetResult();
        }
    }

    /// <summary>Stops to beat, leaves and disconnects, within the options' time for a stop.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // Begun first, so that its time runs from now.
        ValueTask stopped = _coordinator.StopAsync(cancellationToken);
        await _stop.CancelAsync().ConfigureAwait(false);
        await stopped.ConfigureAwait(false);
        await Task.WhenAll(_heart, _membership).WaitAsync(_options.StopTimeout, _time, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None).ConfigureAwait(false);

    private async Task RunAsync(TaskCompletionSource tried, CancellationToken stop)
    {
        try
        {
            await _coordinator.StartAsync(stop).ConfigureAwait(false);
            var beats = new HeartbeatLoop(_coordinator, _options.HeartbeatInterval, _time, _logger);
            _heart = HeartbeatThread.RunAsync(beats.BeatAsync, $"RingPerf heartbeat {_coordinator.GroupId}", _time, stop);
            if (!_coordinator.IsConnected || _coordinator.GroupId is null)
            {
                tried.TrySetResult();
            }

            if (_coordinator.GroupId is { } group)
            {
                await JoinAsync(group, stop).ConfigureAwait(false);
                await KeepMembershipAsync(group, tried, stop).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (!tried.TrySetException(e) && !stop.IsCancellationRequested)
        {
            _logger.HostedFailure(LogLevel.Error, e);
        }
        catch (Exception)
        {
            // The host's start raises it, or the host stops.
        }
    }

    private async ValueTask JoinAsync(string group, CancellationToken stop)
    {
        try
        {
            await _coordinator.JoinGroupAsync(group, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // The coordinator's user stopped it meanwhile; it may be started again.
        }
    }

    /// <summary>Reads the group now, each time that it is due, and as soon as membership is lost; waits longer while that fails.</summary>
    private async ValueTask KeepMembershipAsync(string group, TaskCompletionSource tried, CancellationToken stop)
    {
        int failures = 0;
        while (!stop.IsCancellationRequested)
        {
            bool listed = await RefreshAsync(group, stop).ConfigureAwait(false);
            tried.TrySetResult();
            failures = listed && _coordinator.IsMemberOf(group) ? 0 : failures + 1;
            long readAt = _time.GetTimestamp();
            TimeSpan wait = _options.CheckWatchersInterval;
            if (failures > 0)
            {
                TimeSpan backoff = Backoff.Delay(_options.RetryBackoff, _options.MaxRetryInterval, failures - 1);
                wait = backoff < wait ? backoff : wait;
            }

            TimeSpan tick = _options.HeartbeatInterval < wait ? _options.HeartbeatInterval : wait;
            do
            {
                await Task.Delay(tick, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            while (!stop.IsCancellationRequested && _time.GetElapsedTime(readAt) < wait
                && (failures > 0 || _coordinator.IsMemberOf(group)));
        }
    }

    private async ValueTask<bool> RefreshAsync(string group, CancellationToken stop)
    {
        try
        {
            bool listed = await _coordinator.RefreshAsync(group, stop).ConfigureAwait(false);
            _failures.End(group);
            return listed;
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            LogLevel level = _failures.Level(group, e);
            _logger.HostedFailure(level, e);
            return false;
        }
    }
}

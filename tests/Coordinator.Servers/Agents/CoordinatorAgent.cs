using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination.Servers.Agents;

/// <summary>An agent of <see cref="PartitionCoordinator"/> in this process: one thread beats, one task polls.</summary>
public sealed class CoordinatorAgent : IAgent
{
    private readonly CancellationTokenSource _stop = new();
    private readonly AgentLog _log = new();
    private readonly AgentOptions _options;
    private readonly string[] _items;
    private readonly Thread _heart;
    private readonly Task _polling;
    private AgentReport? _last;
    private long _polls;

    private CoordinatorAgent(AgentOptions options, CoordinationDriverRegistry drivers)
    {
        _options = options;
        _items = File.ReadAllLines(options.ItemsFile);
        Coordinator = new PartitionCoordinator(
            new PartitionCoordinatorOptions
            {
                BackendUrl = options.BackendUrl,
                MemberId = options.MemberId,
                Labels = options.PlainLabels ? LabelFormat.Plain : LabelFormat.PythonBytes,
            },
            drivers,
            _log);
        _heart = new Thread(BeatUntilStopped) { IsBackground = true, Name = $"heart of {options.MemberId}" };
        _polling = Task.Run(StartAndPollAsync);
    }

    public PartitionCoordinator Coordinator { get; }

    public string Id => _options.MemberId;

    public long Polls => Interlocked.Read(ref _polls);

    public AgentReport? Last => Volatile.Read(ref _last);

    public string Log => string.Join('\n', _log.Lines);

    /// <summary>The errors and warnings it logged, oldest first.</summary>
    public IReadOnlyCollection<(LogLevel Level, string Text)> Warnings => _log.Warnings;

    /// <summary>What ended the polls, other than the stop.</summary>
    public Task Polling => _polling;

    /// <summary>Starts an agent.</summary>
    /// <param name="options">What it is told.</param>
    /// <param name="drivers">The drivers that it knows.</param>
    public static CoordinatorAgent Start(AgentOptions options, CoordinationDriverRegistry drivers) => new(options, drivers);

    public async Task StopAsync()
    {
        await EndLoopsAsync();
        await Coordinator.StopAsync();
    }

    /// <summary>Ends the agent without leaving the group, as a crash does.</summary>
    public Task AbandonAsync() => EndLoopsAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task EndLoopsAsync()
    {
        if (!_stop.IsCancellationRequested)
        {
            await _stop.CancelAsync();
            await _polling;
        }
    }

    private async Task StartAndPollAsync()
    {
        try
        {
            await Coordinator.StartAsync(_stop.Token);
            _heart.Start();
            while (true)
            {
                await PollAsync();
                await Task.Delay(_options.Poll, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The stop.
        }
    }

    private async Task PollAsync()
    {
        string[] mine;
        try
        {
            mine = [.. await Coordinator.ExtractMySubsetAsync(_options.Group, _items, item => item, _stop.Token)];
        }
        catch (MemberNotInGroupException)
        {
            mine = [];
        }

        PartitionStatus status = Coordinator.Status;
        string state = status.State switch
        {
            PartitionState.Member => "member",
            PartitionState.Rejoining => "rejoining",
            PartitionState.BackendLost => "backend-lost",
            _ => "inactive",
        };
        Volatile.Write(
            ref _last,
            new AgentReport(DateTimeOffset.UtcNow, Id, state, [.. status.Members.Select(member => member.ToString())], mine));
        Interlocked.Increment(ref _polls);
    }

    private void BeatUntilStopped()
    {
        try
        {
            while (!_stop.Token.WaitHandle.WaitOne(_options.Heartbeat))
            {
                Coordinator.HeartbeatAsync(_stop.Token).AsTask().GetAwaiter().GetResult();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The stop.
        }
    }
}

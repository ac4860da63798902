using RingPerf.Coordination.Servers.Agents;

namespace RingPerf.Coordination.Etcd.Tests.Agents;

/// <summary>A .NET agent within the process of the tests.</summary>
internal sealed class LocalAgent : IAgent
{
    private readonly CancellationTokenSource _stop = new();
    private readonly RecordingLoggers _loggers = new();
    private readonly AgentLoop _loop;
    private readonly Task _running;
    private AgentReport? _last;
    private long _polls;

    internal LocalAgent(AgentOptions options, TimeProvider? time = null)
    {
        Id = options.MemberId;
        _loop = new AgentLoop(options, Take, _loggers, time);
        _running = Task.Run(() => _loop.RunAsync(_stop.Token));
    }

    public string Id { get; }

    public long Polls => Interlocked.Read(ref _polls);

    public AgentReport? Last => Volatile.Read(ref _last);

    public string Log => _loggers.Text;

    internal PartitionCoordinator Coordinator => _loop.Coordinator;

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        _loggers.Dispose();
    }

    private void Take(AgentReport report)
    {
        Volatile.Write(ref _last, report);
        Interlocked.Increment(ref _polls);
    }
}

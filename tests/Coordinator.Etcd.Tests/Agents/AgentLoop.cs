using Microsoft.Extensions.Logging;
using RingPerf.Coordination.Servers.Agents;

namespace RingPerf.Coordination.Etcd.Tests.Agents;

/// <summary>What an agent does: it beats on a thread of its own, and polls for its share.</summary>
internal sealed class AgentLoop(AgentOptions options, Action<AgentReport> report, ILoggerFactory? loggers = null, TimeProvider? time = null)
{
    private readonly string[] _items = File.ReadAllLines(options.ItemsFile);

    internal PartitionCoordinator Coordinator { get; } = new(
        new PartitionCoordinatorOptions
        {
            BackendUrl = options.BackendUrl,
            MemberId = options.MemberId,
            Labels = options.PlainLabels ? LabelFormat.Plain : LabelFormat.PythonBytes,
        },
        new CoordinationDriverRegistry().AddEtcd(),
        loggers,
        time);

    /// <summary>Runs until it is stopped; then leaves the group.</summary>
    internal async Task RunAsync(CancellationToken stop)
    {
        await Coordinator.StartAsync(CancellationToken.None);
        var heart = new Thread(() => Beat(stop)) { IsBackground = true, Name = "agent heart" };
        heart.Start();
        while (!stop.IsCancellationRequested)
        {
            IReadOnlyList<string> mine =
                await Coordinator.ExtractMySubsetAsync(options.Group, _items, static item => item, CancellationToken.None);
            PartitionStatus status = Coordinator.Status;
            report(new AgentReport(
                DateTimeOffset.UtcNow, options.MemberId, Name(status.State), [.. status.Members.Select(id => id.ToString())], mine));
            await Task.Delay(options.Poll, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Coordinator.StopAsync(CancellationToken.None);
    }

    private void Beat(CancellationToken stop)
    {
        while (!stop.WaitHandle.WaitOne(options.Heartbeat))
        {
            Coordinator.HeartbeatAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }
    }

    private static string Name(PartitionState state) => state switch
    {
        PartitionState.Member => "member",
        PartitionState.Rejoining => "rejoining",
        PartitionState.BackendLost => "backend-lost",
        _ => "inactive",
    };
}

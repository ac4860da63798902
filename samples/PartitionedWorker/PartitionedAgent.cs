using Microsoft.Extensions.Hosting;
using RingPerf.Coordination;

namespace RingPerf.Samples.PartitionedWorker;

/// <summary>One agent: asks for its share at each poll and prints it. A real one would work on it.</summary>
/// <param name="coordinator">Its coordinator, which the host keeps alive.</param>
/// <param name="items">All items of the group.</param>
/// <param name="poll">The time between two polls.</param>
/// <param name="leaveAfter">When it leaves; null for when the host stops.</param>
/// <param name="writer">Prints.</param>
/// <param name="run">Told when the agent has left, and where printing fails.</param>
internal sealed class PartitionedAgent(
    PartitionCoordinator coordinator, string[] items, TimeSpan poll, TimeSpan? leaveAfter, PollWriter writer, WorkerRun run)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var leave = new CancellationTokenSource(leaveAfter ?? Timeout.InfiniteTimeSpan);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(leave.Token, stoppingToken);
        using var timer = new PeriodicTimer(poll);
        try
        {
            do
            {
                writer.Write(coordinator.MemberId, await PollAsync(end.Token));
            }
            while (await timer.WaitForNextTickAsync(end.Token));
        }
        catch (OperationCanceledException) when (leave.IsCancellationRequested && !stoppingToken.IsCancellationRequested)
        {
            await coordinator.StopAsync(stoppingToken);
            run.Leave();
        }
        catch (OperationCanceledException)
        {
            // The host stops, and leaves the group for this agent.
        }
        catch (IOException e)
        {
            run.Fail(e.Message);
        }
    }

    private async Task<PartitionShare<string>> PollAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await coordinator.PollAsync(groupId: null, items, item => item, cancellationToken);
        }
        catch (MemberNotInGroupException e)
        {
            return new PartitionShare<string>(PartitionState.Rejoining, e.Members, []);
        }
    }
}

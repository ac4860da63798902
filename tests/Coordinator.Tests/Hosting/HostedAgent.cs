using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace RingPerf.Coordination.Tests;

/// <summary>One agent with its hosted service, as a host would run it.</summary>
internal sealed class HostedAgent(ServiceProvider services) : IAsyncDisposable
{
    internal ServiceProvider Services => services;

    internal PartitionCoordinator Coordinator { get; } = services.GetRequiredService<PartitionCoordinator>();

    internal string Name => Coordinator.MemberId.ToString();

    internal IHostedService Service { get; } = services.GetServices<IHostedService>().OfType<PartitionCoordinatorService>().Single();

    internal Task StartAsync(CancellationToken cancellationToken = default) => Service.StartAsync(cancellationToken);

    internal Task StopAsync(CancellationToken cancellationToken = default) => Service.StopAsync(cancellationToken);

    internal Task<IReadOnlyList<string>> ShareAsync(string[] items) =>
        Coordinator.ExtractMySubsetAsync(null, items, item => item).AsTask();

    /// <summary>Waits, in real time, for what the clock has set off on other threads.</summary>
    internal async Task WaitForMemberAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await foreach (MembershipSnapshot snapshot in Coordinator.WatchMembershipAsync(cancellationToken: limit.Token))
        {
            if (snapshot.State == PartitionState.Member)
            {
                return;
            }
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

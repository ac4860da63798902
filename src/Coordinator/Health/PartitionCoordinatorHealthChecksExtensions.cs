using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace RingPerf.Coordination;

/// <summary>Adds the health of a coordinator.</summary>
public static class PartitionCoordinatorHealthChecksExtensions
{
    private const string DefaultName = "partition_coordinator";

    /// <summary>Adds the health of a coordinator that <c>AddPartitionCoordinator</c> added.</summary>
    /// <remarks>Healthy while its group lists it and heartbeats succeed; degraded while the back end fails and the last heartbeat still
    /// holds; unhealthy when it is out of the group, expired or not started. The data tell state, members, labels and the age of the last
    /// heartbeat; no secrets.</remarks>
    /// <param name="builder">The health checks.</param>
    /// <param name="coordinator">The coordinator's name; empty for the one without.</param>
    /// <param name="name">The check's name; <c>partition_coordinator</c> unless given, with the coordinator's name after a colon.</param>
    /// <param name="failureStatus">What to report instead of unhealthy.</param>
    /// <param name="tags">Tags of the check.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="coordinator"/> is null.</exception>
    public static IHealthChecksBuilder AddPartitionCoordinator(
        this IHealthChecksBuilder builder, string coordinator = "", string? name = null, HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(coordinator);
        return builder.Add(new HealthCheckRegistration(
            name ?? (coordinator.Length == 0 ? DefaultName : $"{DefaultName}:{coordinator}"),
            services => new PartitionCoordinatorHealthCheck(
                services.FindPartitionCoordinator(coordinator), services.FindPartitionCoordinatorOptions(coordinator)),
            failureStatus,
            tags));
    }
}

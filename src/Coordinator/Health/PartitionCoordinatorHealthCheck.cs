using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace RingPerf.Coordination;

/// <summary>Whether an agent is a living member of its group.</summary>
/// <remarks>Healthy: its group lists it and its heartbeats succeed. Degraded: the back end fails, but its last heartbeat still holds.
/// Unhealthy, or what the registration says: it is not started, not in its group, expired, or has not seen the group for long.</remarks>
/// <param name="coordinator">The coordinator.</param>
/// <param name="options">Its options.</param>
internal sealed class PartitionCoordinatorHealthCheck(PartitionCoordinator coordinator, PartitionCoordinatorOptions options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Exception? failure =
            coordinator.HeartbeatFailure ?? (coordinator.GroupId is { } group ? coordinator.ReadFailure(group) : null);
        (HealthStatus status, string text) = coordinator.Url is null
            ? (HealthStatus.Healthy, "No back end is configured; every item is this agent's own.")
            : Assess(failure, context.Registration.FailureStatus);
        return Task.FromResult(new HealthCheckResult(status, text, failure, Data()));
    }

    private (HealthStatus Status, string Text) Assess(Exception? failure, HealthStatus unhealthy)
    {
        if (!coordinator.IsActive)
        {
            return (unhealthy, "The coordinator is not started.");
        }

        if (coordinator.Life is not { Holds: { } holds, Age: { } age })
        {
            return (unhealthy, "No heartbeat has succeeded yet.");
        }

        if (age >= holds)
        {
            return (unhealthy, $"No heartbeat has succeeded for {age}, longer than the membership timeout of {holds}.");
        }

        if (coordinator.GroupId is { } group && AssessGroup(group, holds) is { } fault)
        {
            return (unhealthy, fault);
        }

        return failure is null
            ? (HealthStatus.Healthy, "The agent is alive" + (coordinator.GroupId is null ? "." : " and in its group."))
            : (HealthStatus.Degraded, $"The back end fails; the last heartbeat holds for another {holds - age}.");
    }

    /// <summary>What is wrong with the agent's place in its group; null where nothing is.</summary>
    private string? AssessGroup(string group, TimeSpan holds)
    {
        if (coordinator.ListedAge(group) is not { } seen || coordinator.GetMembership(group).State == PartitionState.Rejoining)
        {
            return $"The group '{group}' does not list this agent.";
        }

        return seen <= holds + options.CheckWatchersInterval
            ? null
            : $"The group '{group}' was last read {seen} ago.";
    }

    private Dictionary<string, object> Data()
    {
        var data = new Dictionary<string, object>
        {
            ["member"] = coordinator.MemberId.ToString(),
            ["labels"] = options.Labels.ToString(),
            ["replicas"] = options.Replicas,
        };
        if (coordinator.Url is { } url)
        {
            data["backend"] = url.ToString();
        }

        if (coordinator.GroupId is { } group)
        {
            MembershipSnapshot seen = coordinator.GetMembership(group);
            data["group"] = group;
            data["state"] = seen.State.ToString();
            data["members"] = seen.Members.Count;
            data["observedAt"] = seen.ObservedAt.ToString("O", CultureInfo.InvariantCulture);
        }

        if (coordinator.Life is { Holds: { } holds, Age: { } age })
        {
            data["heartbeatAgeSeconds"] = age.TotalSeconds;
            data["membershipTimeoutSeconds"] = holds.TotalSeconds;
        }

        return data;
    }
}

using System.Diagnostics;

namespace RingPerf.Coordination;

/// <summary>The activities of a coordinator: one for each join and each read, none for a heartbeat.</summary>
internal static class CoordinatorActivities
{
    private static readonly ActivitySource Source = new(CoordinationTelemetry.ActivitySourceName);

    internal static Activity? Start(string operation, string group, string backend) =>
        Source.StartActivity($"coordinator.{operation}", ActivityKind.Client)
            ?.SetTag(CoordinatorMetrics.GroupTag, group).SetTag(CoordinatorMetrics.BackendTag, backend);

    internal static void Fail(this Activity? activity, Exception error)
    {
        activity?.SetTag("error.type", error.GetType().FullName);
        activity?.SetStatus(ActivityStatusCode.Error, error.Message);
    }
}

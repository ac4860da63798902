namespace RingPerf.Coordination;

/// <summary>The names under which a coordinator measures and traces, for listeners to subscribe to.</summary>
public static class CoordinationTelemetry
{
    /// <summary>The meter of every instrument; docs/coordinator.md lists them.</summary>
    public const string MeterName = "RingPerf.Coordination";

    /// <summary>The source of one activity for each join and each read of a group's members.</summary>
    public const string ActivitySourceName = "RingPerf.Coordination";
}

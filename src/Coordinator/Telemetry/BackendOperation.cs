namespace RingPerf.Coordination;

/// <summary>The names of what is asked of a back end: values of the tag <c>op</c>.</summary>
internal static class BackendOperation
{
    internal const string Connect = "connect";
    internal const string Heartbeat = "heartbeat";
    internal const string Join = "join";
    internal const string Leave = "leave";
    internal const string Read = "read";
    internal const string Stop = "stop";

    /// <summary>The kind of a failure, from a small fixed set: the value of the tag <c>kind</c>.</summary>
    internal static string KindOf(Exception error) => error switch
    {
        CoordinationTimeoutException or OperationCanceledException => "timeout",
        CoordinationConnectionException => "connection",
        DriverStateException => "not_started",
        CoordinationException => "coordination",
        _ => "client",
    };
}

using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination;

/// <summary>Every message of the hosted service; an event id keeps its meaning.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(101, LogLevel.Information,
        "No coordination backend is configured: this agent is alone, and every item is its own.")]
    internal static partial void NoBackend(this ILogger logger);

    [LoggerMessage(102, LogLevel.Warning,
        "Coordination backend {Url} has not answered within {StartTimeout}; the host starts without it, and the tries go on.")]
    internal static partial void StartGoesOn(this ILogger logger, BackendUrl url, TimeSpan startTimeout);

    [LoggerMessage(103, LogLevel.Warning,
        "The heartbeat interval of {Interval} is too long for coordination backend's membership timeout; beating every {Shortened}.")]
    internal static partial void IntervalShortened(this ILogger logger, TimeSpan interval, TimeSpan shortened);

    [LoggerMessage(EventId = 104, Message = "Error keeping this agent in its partitioning group.")]
    internal static partial void HostedFailure(this ILogger logger, LogLevel level, Exception error);
}

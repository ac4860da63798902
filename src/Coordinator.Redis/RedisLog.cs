using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination.Redis;

/// <summary>Every message of the driver; an event id keeps its meaning.</summary>
internal static partial class RedisLog
{
    [LoggerMessage(100, LogLevel.Information, "The option '{Option}' of the Redis URL has no effect: {Reason}.")]
    internal static partial void OptionIgnored(this ILogger logger, string option, string reason);
}

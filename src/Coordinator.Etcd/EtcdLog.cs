using Microsoft.Extensions.Logging;

namespace RingPerf.Coordination.Etcd;

/// <summary>Every message of the driver; an event id keeps its meaning.</summary>
internal static partial class EtcdLog
{
    [LoggerMessage(101, LogLevel.Information, "The URL's option {Option} has no effect on the etcd driver.")]
    internal static partial void OptionIgnored(this ILogger logger, string option);
}

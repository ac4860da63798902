using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace RingPerf.Coordination;

/// <summary>What a driver is made from.</summary>
/// <param name="Url">Where the back end is, and its options.</param>
/// <param name="MemberId">The name under which the driver joins.</param>
public sealed record DriverSettings(BackendUrl Url, MemberId MemberId)
{
    /// <summary>The clock of deadlines and expiry; the system's unless set.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the driver logs, such as options that it accepts and ignores; nowhere unless set.</summary>
    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    /// <summary>Told by the driver which members of a group a read removed because they had expired; nobody unless set.</summary>
    public Action<string, IReadOnlyList<MemberId>>? Purged { get; init; }

    /// <summary>Whether a read of a group removes members that have expired, as a tooz member's does where the back end does not itself;
    /// true unless set. Otherwise it only leaves them out, for one who looks at a fleet without a part in it.</summary>
    public bool PurgesExpired { get; init; } = true;
}

namespace RingPerf.Coordination;

/// <summary>The watch to remove is none of this driver's, or was removed before.</summary>
/// <param name="watch">The watch.</param>
public sealed class WatchNotFoundException(MembershipWatch watch)
    : CoordinationException($"The driver has no such watch on the group '{watch?.GroupId}'.");

namespace RingPerf.Coordination.Redis;

/// <summary>What a beat writes.</summary>
internal static class ToozBeat
{
    /// <summary>The value of a beat key.</summary>
    internal static ReadOnlySpan<byte> Value => "Not dead!"u8;

    /// <summary>How long a beat holds, as tooz rounds it: down to whole milliseconds.</summary>
    internal static long Milliseconds(RedisSettings settings) => (long)settings.MembershipTimeout.TotalMilliseconds;
}

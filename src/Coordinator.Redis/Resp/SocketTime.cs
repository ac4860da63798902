namespace RingPerf.Coordination.Redis;

/// <summary>Times as a socket takes them: whole milliseconds, where 0 would be no limit.</summary>
internal static class SocketTime
{
    internal static int Milliseconds(TimeSpan time) => (int)Math.Clamp(time.TotalMilliseconds, 1, int.MaxValue);
}

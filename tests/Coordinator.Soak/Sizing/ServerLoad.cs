namespace RingPerf.Coordination.Soak.Sizing;

/// <summary>What a server has done since it started.</summary>
/// <param name="Calls">Commands or requests that it served.</param>
/// <param name="BytesIn">Bytes that clients sent.</param>
/// <param name="BytesOut">Bytes that it answered.</param>
/// <param name="Processor">Processor time that it used.</param>
internal readonly record struct ServerLoad(double Calls, double BytesIn, double BytesOut, TimeSpan Processor)
{
    public static ServerLoad operator -(ServerLoad after, ServerLoad before) => new(
        after.Calls - before.Calls, after.BytesIn - before.BytesIn, after.BytesOut - before.BytesOut, after.Processor - before.Processor);
}

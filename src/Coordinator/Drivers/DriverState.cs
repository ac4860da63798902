namespace RingPerf.Coordination;

/// <summary>Where a driver stands between its start and its stop.</summary>
internal enum DriverState
{
    Stopped = 0,
    Starting = 1,
    Started = 2,
    Stopping = 3,
}

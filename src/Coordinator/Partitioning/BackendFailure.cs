namespace RingPerf.Coordination;

/// <summary>Tells a failure of the back end from the caller's own mistake or wish.</summary>
internal static class BackendFailure
{
    /// <summary>Whatever a driver raises is the back end's failure, its client's own errors included, unless an argument is at fault
    /// or the caller cancelled.</summary>
    internal static bool Is(Exception error, CancellationToken caller) =>
        error is OperationCanceledException ? !caller.IsCancellationRequested : error is not (ArgumentException or GroupLeftException);
}

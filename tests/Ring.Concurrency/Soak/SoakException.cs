namespace RingPerf.Concurrency.Soak;

/// <summary>A reader or the follower of changes saw what no published ring explains.</summary>
internal sealed class SoakException(string message) : Exception(message);

namespace RingPerf.Concurrency.Interleaving;

/// <summary>In one order of accesses something did not hold.</summary>
internal sealed class InterleavingException(string message, Exception? cause = null) : Exception(message, cause);

namespace RingPerf.Concurrency.Interleaving;

/// <summary>Called by the rewritten ring before it reads or writes what threads share.</summary>
public static class InterleavingPoint
{
    /// <summary>Lets another thread go on, or not.</summary>
    public static void Pass() => SeededThreads.Pass();
}

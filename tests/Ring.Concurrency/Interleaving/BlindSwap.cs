namespace RingPerf.Concurrency.Interleaving;

/// <summary>A compare-and-swap that does not compare, so that of two changes one is lost.</summary>
public static class BlindSwap
{
    public static T CompareExchange<T>(ref T location, T value, T comparand) where T : class
    {
        Volatile.Write(ref location, value);
        return comparand;
    }
}

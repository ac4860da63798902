namespace RingPerf.Tests;

/// <summary>Bytes that the calling thread allocates.</summary>
internal static class Allocation
{
    private const int MostLoops = 100;

    /// <summary>The bytes of <paramref name="measured"/> calls, after <paramref name="warm"/> that do not count.</summary>
    internal static long Of(Action call, int warm, int measured)
    {
        for (int i = 0; i < warm; i++)
        {
            call();
        }

        // A collection takes what is left of the thread's allocation buffer and counts it as allocated: such a loop says nothing.
        for (int loop = 0; ; loop++)
        {
            int collections = GC.CollectionCount(0);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < measured; i++)
            {
                call();
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (GC.CollectionCount(0) == collections || loop == MostLoops)
            {
                return allocated;
            }
        }
    }
}

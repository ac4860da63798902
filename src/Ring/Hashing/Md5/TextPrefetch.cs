using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace RingPerf.Hashing.Md5;

/// <summary>Asks the processor for the next chunk's text while a chunk is hashed, a slice a run.</summary>
/// <remarks>Masked loads do not teach the processor's own prefetcher, and keys ordered by block count are not read in order.</remarks>
internal unsafe struct TextPrefetch
{
    private const int CacheLine = 64;

    // A chunk of longer keys computes long enough to fetch as it goes, and must not flood the cache.
    private const int Longest = 256 * 1024;

    private readonly byte* _end;
    private readonly int _slice;
    private byte* _next;

    /// <param name="text">The next chunk's text.</param>
    /// <param name="length">Bytes of it.</param>
    /// <param name="runs">Runs that the chunk before it takes.</param>
    internal TextPrefetch(byte* text, int length, int runs)
    {
        length = Math.Min(length, Longest);
        _next = text;
        _end = text + length;
        _slice = (length / runs) + CacheLine;
    }

    /// <summary>Fetches what the next run reads.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Soon(byte* from, byte* to)
    {
        if (Sse.IsSupported)
        {
            for (; from < to; from += CacheLine)
            {
                Sse.Prefetch0(from);
            }
        }
    }

    internal void NextSlice()
    {
        if (Sse.IsSupported)
        {
            byte* end = (byte*)Math.Min((nuint)_end, (nuint)_next + (nuint)_slice);
            for (; _next < end; _next += CacheLine)
            {
                Sse.Prefetch1(_next);
            }
        }
    }
}

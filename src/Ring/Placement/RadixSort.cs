using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RingPerf.Placement;

/// <summary>Least-significant-digit radix sort of points by position, stable, O(n).</summary>
/// <remarks>Three passes of 11, 11 and 10 bits: digits whose counters stay in the first-level cache. All counters come from one
/// reading of the input.</remarks>
internal static class RadixSort
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int Passes = 3;
    private const int PositionShift = 32;

    /// <summary>Sorts by the upper 32 bits; points of one position keep their order.</summary>
    /// <param name="points">The points; overwritten.</param>
    /// <param name="scratch">As many elements.</param>
    /// <returns>The span that holds the result, one of the two.</returns>
    [SkipLocalsInit]
    internal static Span<ulong> Sort(Span<ulong> points, Span<ulong> scratch)
    {
        Debug.Assert(scratch.Length == points.Length);
        Span<int> counts = stackalloc int[Passes * Digits];
        counts.Clear();
        ref int count = ref MemoryMarshal.GetReference(counts);
        foreach (ulong point in points)
        {
            for (int pass = 0; pass < Passes; pass++)
            {
                Unsafe.Add(ref count, (pass * Digits) + DigitOf(point, pass))++;
            }
        }

        for (int pass = 0; pass < Passes; pass++)
        {
            Span<int> next = counts.Slice(pass * Digits, Digits);
            int sum = 0;
            foreach (ref int digit in next)
            {
                (digit, sum) = (sum, sum + digit);
            }

            Scatter(points, scratch, next, pass);
            Span<ulong> sorted = scratch;
            scratch = points;
            points = sorted;
        }

        return points;
    }

    private static void Scatter(ReadOnlySpan<ulong> from, Span<ulong> to, Span<int> next, int pass)
    {
        ref int place = ref MemoryMarshal.GetReference(next);
        ref ulong target = ref MemoryMarshal.GetReference(to);
        foreach (ulong point in from)
        {
            ref int at = ref Unsafe.Add(ref place, DigitOf(point, pass));
            Unsafe.Add(ref target, at++) = point;
        }
    }

    private static int DigitOf(ulong point, int pass) => (int)(point >> (PositionShift + (pass * DigitBits))) & (Digits - 1);
}

using System.Numerics;

namespace RingPerf.Placement;

/// <summary>Binary search among ascending positions of any width, for changes and rare ways; lookups have searches of their own.</summary>
internal static class UpperBound
{
    /// <summary>The first index whose position is above the given one; the length where there is none. O(log n).</summary>
    internal static int Of<T>(ReadOnlySpan<T> ascending, T position) where T : struct, IComparisonOperators<T, T, bool>
    {
        int low = 0;
        int high = ascending.Length;
        while (low < high)
        {
            int middle = (int)((uint)(low + high) >> 1);
            if (ascending[middle] > position)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}

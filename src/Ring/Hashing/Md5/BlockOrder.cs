using System.Numerics;
using System.Runtime.CompilerServices;

namespace RingPerf.Hashing.Md5;

/// <summary>Keys in the order of their block counts, the longest first, so that the lanes of a vector end together.</summary>
internal static unsafe class BlockOrder
{
    /// <summary>Most keys to order at a time: enough to fill vectors of each count, few enough for the stack.</summary>
    internal const int Chunk = 1024;

    // Counts up to 16 have a bucket each, greater ones four an octave: whoever shares one wastes a fifth at most.
    private const int ExactBits = 4;
    private const int Exact = 1 << ExactBits;
    private const int Buckets = Exact + (4 * (32 - ExactBits));

    /// <summary>Writes the keys' indices in that order. O(n).</summary>
    internal static void Sort(int* offsets, int keys, int shortest, int longest, ushort* order)
    {
        if (Md5Constants.BlockCount(shortest) == Md5Constants.BlockCount(longest))
        {
            for (int i = 0; i < keys; i++)
            {
                order[i] = (ushort)i;
            }
        }
        else
        {
            SortDifferent(offsets, keys, order);
        }
    }

    [SkipLocalsInit]
    private static void SortDifferent(int* offsets, int keys, ushort* order)
    {
        ushort* longer = stackalloc ushort[Chunk];
        int count = Split(offsets, keys, order, longer);
        int* next = stackalloc int[Buckets];
        new Span<int>(next, Buckets).Clear();
        for (int i = 0; i < count; i++)
        {
            next[Bucket(offsets, longer[i])]++;
        }

        int sum = 0;
        for (int bucket = Buckets - 1; bucket >= 0; bucket--)
        {
            (next[bucket], sum) = (sum, sum + next[bucket]);
        }

        for (int i = 0; i < count; i++)
        {
            order[next[Bucket(offsets, longer[i])]++] = longer[i];
        }
    }

    /// <summary>Puts keys of one block at the end of the order; lists the longer ones, and counts them.</summary>
    private static int Split(int* offsets, int keys, ushort* order, ushort* longer)
    {
        // Every key is written to both, and the end of one of them moves: no branch to miss.
        int count = 0;
        for (int i = 0; i < keys; i++)
        {
            order[keys - 1 - (i - count)] = (ushort)i;
            longer[count] = (ushort)i;
            count += (Md5Constants.LongestTail - (offsets[i + 1] - offsets[i])) >>> 31;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Bucket(int* offsets, int key)
    {
        int blocks = Md5Constants.BlockCount(offsets[key + 1] - offsets[key]);
        if (blocks < Exact)
        {
            return blocks;
        }

        int octave = BitOperations.Log2((uint)blocks);
        return Exact + (4 * (octave - ExactBits)) + ((blocks >> (octave - 2)) & 3);
    }
}

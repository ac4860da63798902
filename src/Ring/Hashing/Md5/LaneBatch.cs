using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace RingPerf.Hashing.Md5;

/// <summary>Positions of packed keys, a key a lane.</summary>
internal static unsafe class LaneBatch<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : unmanaged
{
    private const int Chunk = BlockOrder.Chunk;

    /// <summary>The position of each key; offsets ascend within the text.</summary>
    [SkipLocalsInit]
    internal static void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions)
    {
        int keys = offsets.Length - 1;
        Debug.Assert(keys >= 0 && positions.Length >= keys && offsets[0] >= 0 && offsets[^1] <= utf8.Length);
        if (keys < 2)
        {
            for (int i = 0; i < keys; i++)
            {
                positions[i] = Md5Scalar.Position(utf8[offsets[i]..offsets[i + 1]]);
            }

            return;
        }

        byte* memory = stackalloc byte[LaneRoom<TLanes, TVector>.Size];
        byte* edge = stackalloc byte[LaneText.EdgeSize];
        ushort* order = stackalloc ushort[Chunk];
        var room = new LaneRoom<TLanes, TVector>(memory);
        fixed (byte* text = utf8)
        fixed (int* start = offsets)
        fixed (uint* position = positions)
        {
            var laneText = new LaneText(text, utf8.Length, edge);
            for (int first = 0; first < keys; first += Chunk)
            {
                int count = Math.Min(Chunk, keys - first);
                (int shortest, int longest) = Range(start + first, count);
                if (longest <= Md5Constants.LongestTail)
                {
                    ShortLanes<TLanes, TVector>.Positions(laneText, start + first, count, keys - first - count, position + first, room);
                }
                else
                {
                    BlockOrder.Sort(start + first, count, shortest, longest, order);
                    int following = start[Math.Min(keys, first + count + Chunk)] - start[first + count];
                    int runs = (count + LaneRoom<TLanes, TVector>.Capacity - 1) / LaneRoom<TLanes, TVector>.Capacity;
                    var next = new TextPrefetch(laneText.Exact(start[first + count]), following, runs);
                    MixedLanes<TLanes, TVector>.Positions(laneText, start + first, order, count, position + first, room, next);
                }
            }
        }
    }

    /// <summary>The lengths of the shortest and the longest key.</summary>
    private static (int Shortest, int Longest) Range(int* offsets, int keys)
    {
        (int shortest, int longest) = (int.MaxValue, 0);
        int i = 0;
        if (keys >= Vector<int>.Count)
        {
            (Vector<int> shorts, Vector<int> longs) = (Vector.Create(int.MaxValue), Vector<int>.Zero);
            for (; i <= keys - Vector<int>.Count; i += Vector<int>.Count)
            {
                Vector<int> lengths = Vector.Load(offsets + i + 1) - Vector.Load(offsets + i);
                (shorts, longs) = (Vector.Min(shorts, lengths), Vector.Max(longs, lengths));
            }

            for (int lane = 0; lane < Vector<int>.Count; lane++)
            {
                (shortest, longest) = (Math.Min(shortest, shorts[lane]), Math.Max(longest, longs[lane]));
            }
        }

        for (; i < keys; i++)
        {
            int length = offsets[i + 1] - offsets[i];
            (shortest, longest) = (Math.Min(shortest, length), Math.Max(longest, length));
        }

        return (shortest, longest);
    }
}

using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace RingPerf.Hashing.Md5;

/// <summary>Positions of keys that each fit one block, in the order they lie in.</summary>
internal static unsafe class ShortLanes<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : unmanaged
{
    private static int Width => LaneRoom<TLanes, TVector>.Width;

    internal static void Positions(LaneText text, int* offsets, int keys, int keysBehind, uint* positions, LaneRoom<TLanes, TVector> room)
    {
        Debug.Assert(keys > 0);
        room.Start(new Md5Words());
        while (keys > 0)
        {
            int count = Math.Min(keys, LaneRoom<TLanes, TVector>.Capacity);
            int vectors = LaneRoom<TLanes, TVector>.Vectors(count);
            int full = count / Width;
            for (int i = 0; i < full; i++)
            {
                LoadWords(text, offsets + (Width * i), room.Words + (16 * i));
            }

            if (full < vectors)
            {
                // The idle lanes of the last vector hash the empty text behind the last key.
                int* padded = room.Cursors.Starts;
                for (int lane = 0; lane <= Width; lane++)
                {
                    padded[lane] = offsets[Math.Min((Width * full) + lane, count)];
                }

                LoadWords(text, padded, room.Words + (16 * full));
            }

            int following = Math.Min(keys + keysBehind - count, LaneRoom<TLanes, TVector>.Capacity);
            TextPrefetch.Soon(text.Exact(offsets[count]), text.Exact(offsets[count + following]));
            LaneCompression<TLanes, TVector>.Run(room, vectors, last: true);
            room.StorePositions(positions, full);
            if (full < vectors)
            {
                room.StorePositions(room.Positions, vectors);
                int stored = Width * full;
                new ReadOnlySpan<uint>(room.Positions + stored, count - stored).CopyTo(new Span<uint>(positions + stored, count - stored));
            }

            offsets += count;
            positions += count;
            keys -= count;
        }
    }

    private static void LoadWords(LaneText text, int* offsets, TVector* words)
    {
        TLanes.LoadWords(text, offsets, offsets + 1, words);
        TLanes.OrLengths(words, TLanes.Subtract(Unsafe.ReadUnaligned<TVector>(offsets + 1), Unsafe.ReadUnaligned<TVector>(offsets)));
    }
}

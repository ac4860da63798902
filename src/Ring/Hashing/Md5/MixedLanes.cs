using System.Runtime.CompilerServices;

namespace RingPerf.Hashing.Md5;

/// <summary>Positions of keys of any length, the longest first: lanes whose key has ended drop out from behind.</summary>
internal static unsafe class MixedLanes<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : unmanaged
{
    private static int Width => LaneRoom<TLanes, TVector>.Width;

    internal static void Positions(
        LaneText text, int* offsets, ushort* order, int keys, uint* positions, LaneRoom<TLanes, TVector> room, TextPrefetch next)
    {
        while (keys > 0)
        {
            int count = Math.Min(keys, LaneRoom<TLanes, TVector>.Capacity);
            next.NextSlice();
            Run(text, offsets, order, count, positions, room);
            order += count;
            keys -= count;
        }
    }

    private static void Run(LaneText text, int* offsets, ushort* order, int active, uint* positions, LaneRoom<TLanes, TVector> room)
    {
        LaneCursors cursors = room.Cursors;
        cursors.Start(offsets, order, active, Width * LaneRoom<TLanes, TVector>.Vectors(active));
        room.Start(new Md5Words());
        bool first = true;
        while (active > 0)
        {
            if (active == 1 && cursors.Left(0) >= 0)
            {
                // One lane alone is slower than none, so a key far longer than all others costs what it costs by itself.
                var rest = new ReadOnlySpan<byte>(text.Exact(cursors.Next(0)), cursors.Left(0));
                positions[order[0]] = Md5Scalar.Position(rest, (ulong)cursors.TextLength(0), room.StateOf(0));
                return;
            }

            int vectors = LaneRoom<TLanes, TVector>.Vectors(active);
            (bool anyEnds, bool allEnd) = cursors.NextBlock(Width * vectors);
            for (int i = 0; i < vectors; i++)
            {
                TVector* words = room.Words + (16 * i);
                TLanes.LoadWords(text, cursors.Starts + (Width * i), cursors.Ends + (Width * i), words);
                TLanes.OrLengths(words, Unsafe.ReadUnaligned<TVector>(cursors.Lengths + (Width * i)));
            }

            LaneCompression<TLanes, TVector>.Run(room, vectors, allEnd);
            if (anyEnds)
            {
                TakeEnded(order, active, positions, room, all: first && allEnd);
            }

            if (allEnd)
            {
                return;
            }

            first = false;
            room.Advance(vectors);
            while (!cursors.GoesOn(active - 1))
            {
                active--;
            }
        }
    }

    private static void TakeEnded(ushort* order, int active, uint* positions, LaneRoom<TLanes, TVector> room, bool all)
    {
        room.StorePositions(room.Positions, LaneRoom<TLanes, TVector>.Vectors(active));
        for (int lane = 0; lane < active; lane++)
        {
            if (all || room.Cursors.EndsHere(lane))
            {
                positions[order[lane]] = room.Positions[lane];
            }
        }
    }
}

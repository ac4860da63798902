using System.Diagnostics;

namespace RingPerf.Hashing.Md5;

/// <summary>The compression with as many vectors interleaved as there is work for.</summary>
internal static unsafe class LaneCompression<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>What a block adds to the state of each lane.</summary>
    /// <remarks>Vectors behind the last one asked for may be worked on too, so there must be room for all that interleave.</remarks>
    internal static void Run(LaneRoom<TLanes, TVector> room, int vectors, bool last)
    {
        Debug.Assert(vectors > 0 && vectors <= TLanes.Interleave);
        if (vectors == 1)
        {
            LaneRounds<TLanes, TVector, IVectorCount.One>.Run(room.Words, room.State, room.Next, last);
        }
        else if (vectors == 2)
        {
            LaneRounds<TLanes, TVector, IVectorCount.Two>.Run(room.Words, room.State, room.Next, last);
        }
        else if (TLanes.Interleave == 3)
        {
            LaneRounds<TLanes, TVector, IVectorCount.Three>.Run(room.Words, room.State, room.Next, last);
        }
        else if (vectors <= 4)
        {
            LaneRounds<TLanes, TVector, IVectorCount.Four>.Run(room.Words, room.State, room.Next, last);
        }
        else
        {
            LaneRounds<TLanes, TVector, IVectorCount.Six>.Run(room.Words, room.State, room.Next, last);
        }
    }
}

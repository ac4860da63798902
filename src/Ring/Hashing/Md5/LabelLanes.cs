using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RingPerf.Hashing.Md5;

/// <summary>Positions of labels, a replica a lane: the words all share are broadcast, the few that hold the number are patched.</summary>
internal static unsafe class LabelLanes<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : unmanaged
{
    private const int WordsPerBlock = 16;

    private static int Width => LaneRoom<TLanes, TVector>.Width;

    [SkipLocalsInit]
    internal static void Positions(LabelPrefix prefix, int firstReplica, Span<uint> positions)
    {
        Debug.Assert(firstReplica >= 0 && (long)firstReplica + positions.Length <= 1L << 31);
        byte* memory = stackalloc byte[LaneRoom<TLanes, TVector>.Size];
        var room = new LaneRoom<TLanes, TVector>(memory);
        uint first = (uint)firstReplica;
        while (!positions.IsEmpty)
        {
            int count = Math.Min(positions.Length, LaneRoom<TLanes, TVector>.Capacity);
            int blocks = Blocks(prefix, first);
            while (Blocks(prefix, first + (uint)count - 1) != blocks)
            {
                count /= 2;
            }

            Run(prefix, first, blocks, positions[..count], room);
            first += (uint)count;
            positions = positions[count..];
        }
    }

    private static int Blocks(LabelPrefix prefix, uint replica) => Md5Constants.BlockCount(prefix.Rest.Length + ReplicaText.CountDigits(replica));

    private static void Run(LabelPrefix prefix, uint first, int blocks, Span<uint> positions, LaneRoom<TLanes, TVector> room)
    {
        int vectors = LaneRoom<TLanes, TVector>.Vectors(positions.Length);
        room.Start(prefix.Words);
        for (int block = 0; block < blocks; block++)
        {
            bool last = block == blocks - 1;
            Broadcast(prefix.Rest, block, vectors, room);
            Patch(prefix, first, block, Width * vectors, room);
            if (last)
            {
                for (int i = 0; i < vectors; i++)
                {
                    TLanes.OrLengths(room.Words + (WordsPerBlock * i), Unsafe.ReadUnaligned<TVector>(room.Cursors.Lengths + (Width * i)));
                }
            }

            LaneCompression<TLanes, TVector>.Run(room, vectors, last);
            if (!last)
            {
                room.Advance(vectors);
            }
        }

        room.StorePositions(room.Positions, vectors);
        new ReadOnlySpan<uint>(room.Positions, positions.Length).CopyTo(positions);
    }

    private static void Broadcast(ReadOnlySpan<byte> rest, int block, int vectors, LaneRoom<TLanes, TVector> room)
    {
        Span<byte> text = stackalloc byte[Md5Constants.BlockSize];
        text.Clear();
        if (block == 0)
        {
            rest.CopyTo(text);
        }

        for (int word = 0; word < WordsPerBlock; word++)
        {
            TVector value = TLanes.Broadcast(BinaryPrimitives.ReadUInt32LittleEndian(text[(sizeof(uint) * word)..]));
            for (int i = 0; i < vectors; i++)
            {
                room.Words[(WordsPerBlock * i) + word] = value;
            }
        }
    }

    /// <summary>Writes the numbers over the words they fall in, four lanes at a time.</summary>
    private static void Patch(LabelPrefix prefix, uint first, int block, int lanes, LaneRoom<TLanes, TVector> room)
    {
        // The compression has not written there yet, and it holds sixteen bytes a lane.
        var rows = (Vector128<uint>*)room.Next;
        WriteNumbers(prefix, first, lanes, rows, room.Cursors.Lengths);
        int word = (prefix.Rest.Length / sizeof(uint)) - (WordsPerBlock * block);
        for (int lane = 0; lane < lanes; lane += 4)
        {
            Vector128<uint> word0 = rows[lane];
            Vector128<uint> word1 = rows[lane + 1];
            Vector128<uint> word2 = rows[lane + 2];
            Vector128<uint> word3 = rows[lane + 3];
            Lanes4.Transpose(ref word0, ref word1, ref word2, ref word3);
            uint* words = (uint*)(room.Words + (WordsPerBlock * (lane / Width))) + (lane % Width);
            Store(word0, word, words);
            Store(word1, word + 1, words);
            Store(word2, word + 2, words);
            Store(word3, word + 3, words);
        }
    }

    private static void WriteNumbers(LabelPrefix prefix, uint first, int lanes, Vector128<uint>* rows, int* lengths)
    {
        ReadOnlySpan<byte> before = prefix.Rest[^(prefix.Rest.Length % sizeof(uint))..];
        for (int lane = 0; lane < lanes;)
        {
            var text = new ReplicaText(before, first + (uint)lane);
            Vector128<uint> words = text.Words;
            int length = (int)((uint)prefix.Length + (uint)text.Digits);
            for (int end = Math.Min(lanes, lane + text.Followers + 1); lane < end; lane++)
            {
                rows[lane] = words;
                lengths[lane] = length;
                words += text.One;
            }
        }
    }

    private static void Store(Vector128<uint> lanes, int word, uint* words)
    {
        if (word is >= 0 and < WordsPerBlock)
        {
            lanes.Store(words + (Width * word));
        }
    }
}

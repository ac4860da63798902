using System.Runtime.CompilerServices;

namespace RingPerf.Hashing.Md5;

/// <summary>Scratch memory of a lane kernel, cut from the caller's stack.</summary>
internal readonly unsafe struct LaneRoom<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : unmanaged
{
    private const int Alignment = 64;

    /// <summary>Sixteen message words for each interleaved vector.</summary>
    internal readonly TVector* Words;

    /// <summary>Words a, b, c and d for each interleaved vector.</summary>
    internal readonly TVector* State;

    /// <summary>What a block adds to them.</summary>
    internal readonly TVector* Next;

    /// <summary>The position of each lane.</summary>
    internal readonly uint* Positions;

    /// <summary>Where each lane is in its text.</summary>
    internal readonly LaneCursors Cursors;

    internal LaneRoom(byte* memory)
    {
        // An unaligned 64-byte store spans two cache lines.
        Words = (TVector*)(((nuint)memory + (Alignment - 1)) & ~(nuint)(Alignment - 1));
        State = Words + (16 * TLanes.Interleave);
        Next = State + (4 * TLanes.Interleave);
        Positions = (uint*)(Next + (4 * TLanes.Interleave));
        Cursors = new LaneCursors((int*)Positions + Capacity, Capacity);
    }

    /// <summary>Keys in a vector.</summary>
    internal static int Width => sizeof(TVector) / sizeof(uint);

    /// <summary>Keys in all interleaved vectors.</summary>
    internal static int Capacity => Width * TLanes.Interleave;

    /// <summary>Bytes to reserve.</summary>
    internal static int Size => Alignment + (25 * TLanes.Interleave * sizeof(TVector)) + (sizeof(int) * LaneCursors.Size(Capacity));

    /// <summary>Vectors that hold that many keys.</summary>
    internal static int Vectors(int keys) => (keys + Width - 1) / Width;

    /// <summary>The state of one lane.</summary>
    internal Md5Words StateOf(int lane)
    {
        uint* words = (uint*)(State + (4 * (lane / Width))) + (lane % Width);
        return new Md5Words { A = words[0], B = words[Width], C = words[2 * Width], D = words[3 * Width] };
    }

    /// <summary>Sets every lane's state.</summary>
    internal void Start(Md5Words words)
    {
        TVector a = TLanes.Broadcast(words.A);
        TVector b = TLanes.Broadcast(words.B);
        TVector c = TLanes.Broadcast(words.C);
        TVector d = TLanes.Broadcast(words.D);
        for (int i = 0; i < 4 * TLanes.Interleave; i += 4)
        {
            State[i] = a;
            State[i + 1] = b;
            State[i + 2] = c;
            State[i + 3] = d;
        }
    }

    /// <summary>Adds what a block added.</summary>
    internal void Advance(int vectors)
    {
        for (int i = 0; i < 4 * vectors; i++)
        {
            State[i] = TLanes.Add(State[i], Next[i]);
        }
    }

    /// <summary>Stores the positions of all lanes of some vectors after their last block.</summary>
    internal void StorePositions(uint* positions, int vectors)
    {
        for (int i = 0; i < vectors; i++)
        {
            Unsafe.WriteUnaligned(positions + (Width * i), TLanes.ReverseBytes(TLanes.Add(Next[4 * i], State[4 * i])));
        }
    }
}

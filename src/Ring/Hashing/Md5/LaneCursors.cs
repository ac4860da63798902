using System.Numerics;

namespace RingPerf.Hashing.Md5;

/// <summary>Where each lane is in its text, block by block, worked out for many lanes at once.</summary>
internal readonly unsafe struct LaneCursors
{
    // A text may end with a block of padding and length alone, which starts at most this far behind it.
    private const int PaddingReach = 8;

    private readonly int* _at;
    private readonly int* _textEnds;
    private readonly int* _textLengths;
    private readonly int* _remaining;

    /// <summary>Where each lane's block starts.</summary>
    internal readonly int* Starts;

    /// <summary>Where each lane's text ends, at most 64 behind the start; one before it if the end was in an earlier block.</summary>
    internal readonly int* Ends;

    /// <summary>The length of each lane's text if this is its last block, else zero.</summary>
    internal readonly int* Lengths;

    internal LaneCursors(int* memory, int capacity)
    {
        int room = Room(capacity);
        _at = memory;
        _textEnds = _at + room;
        _textLengths = _textEnds + room;
        _remaining = _textLengths + room;
        Starts = _remaining + room;
        Ends = Starts + room;
        Lengths = Ends + room;
    }

    /// <summary>Ints to reserve.</summary>
    internal static int Size(int capacity) => 7 * Room(capacity);

    /// <summary>Puts every lane at the start of its key, and those behind the last key past the end of an empty one.</summary>
    internal void Start(int* offsets, ushort* order, int keys, int lanes)
    {
        int lane = 0;
        for (; lane < keys; lane++)
        {
            int key = order[lane];
            int start = offsets[key];
            int end = offsets[key + 1];
            _at[lane] = start;
            _textEnds[lane] = end;
            _textLengths[lane] = end - start;
        }

        for (; lane < Room(lanes); lane++)
        {
            _at[lane] = Md5Constants.BlockSize;
            _textEnds[lane] = 0;
            _textLengths[lane] = 0;
        }
    }

    /// <summary>Sets the next block's starts, ends and lengths; says whether any key ends in it and whether none goes on.</summary>
    internal (bool AnyEnds, bool AllEnd) NextBlock(int lanes)
    {
        Vector<int> anyEnds = Vector<int>.Zero;
        Vector<int> allEnd = Vector<int>.AllBitsSet;
        for (int i = 0; i < lanes; i += Vector<int>.Count)
        {
            Vector<int> at = Vector.Load(_at + i);
            Vector<int> end = Vector.Load(_textEnds + i);
            Vector<int> remaining = end - at;
            Vector<int> ended = Vector.LessThanOrEqual(remaining, Vector.Create(Md5Constants.LongestTail));
            allEnd &= ended;
            anyEnds |= ended & Vector.GreaterThanOrEqual(remaining, Vector.Create(-PaddingReach));
            remaining.Store(_remaining + i);
            (Vector.Load(_textLengths + i) & ended).Store(Lengths + i);

            // Unsigned, for a lane that ended long ago in a text of two gigabytes.
            Vector<int> start = Vector.Min(at.As<int, uint>(), (end + Vector.Create(PaddingReach)).As<int, uint>()).As<uint, int>();
            start.Store(Starts + i);
            (start + Vector.Max(Vector.Create(-1), Vector.Min(remaining, Vector.Create(Md5Constants.BlockSize)))).Store(Ends + i);
            (at + Vector.Create(Md5Constants.BlockSize)).Store(_at + i);
        }

        return (anyEnds != Vector<int>.Zero, allEnd == Vector<int>.AllBitsSet);
    }

    /// <summary>Whether the lane's key ends in this block.</summary>
    internal bool EndsHere(int lane) => _remaining[lane] is >= -PaddingReach and <= Md5Constants.LongestTail;

    /// <summary>Whether the lane's key goes on behind this block.</summary>
    internal bool GoesOn(int lane) => _remaining[lane] > Md5Constants.LongestTail;

    /// <summary>Bytes of the lane's text that are in no block so far; below zero if all are and only padding is left.</summary>
    internal int Left(int lane) => _textEnds[lane] - _at[lane];

    /// <summary>Where the next block of a lane starts.</summary>
    internal int Next(int lane) => _at[lane];

    /// <summary>Bytes of the lane's whole text.</summary>
    internal int TextLength(int lane) => _textLengths[lane];

    private static int Room(int lanes) => (lanes + Vector<int>.Count - 1) / Vector<int>.Count * Vector<int>.Count;
}

using System.Runtime.CompilerServices;

namespace RingPerf.Hashing.Md5;

/// <summary>The caller's text for kernels that read 64 bytes where a key has fewer: its last bytes are read from a copy.</summary>
internal readonly unsafe struct LaneText
{
    /// <summary>Bytes of room the copy needs: 64 of text, 8 that a block of padding alone may start behind them, 64 to read from there.</summary>
    internal const int EdgeSize = Md5Constants.BlockSize + 8 + Md5Constants.BlockSize;

    private readonly byte* _text;
    private readonly byte* _edge;
    private readonly int _limit;

    internal LaneText(byte* text, int length, byte* edge)
    {
        _text = text;
        _limit = length - Md5Constants.BlockSize;
        int copied = Math.Min(length, Md5Constants.BlockSize);
        new ReadOnlySpan<byte>(text + length - copied, copied).CopyTo(new Span<byte>(edge, copied));
        _edge = edge + copied - length;
    }

    /// <summary>The text itself, for kernels that read the key's bytes alone.</summary>
    internal byte* Exact(int start) => _text + (uint)start;

    /// <summary>Where to read 64 bytes of text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal byte* Whole(int start) => ((uint)start > _limit ? _edge : _text) + (uint)start;
}

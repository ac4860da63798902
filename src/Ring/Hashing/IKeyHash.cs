using RingPerf.Keys;

namespace RingPerf.Hashing;

/// <summary>Text to a position on the circle. Stateless and static, so that the JIT specialises each ring for its hash.</summary>
internal interface IKeyHash
{
    /// <summary>The position of UTF-8 text; allocates nothing.</summary>
    static abstract uint Position(ReadOnlySpan<byte> utf8);

    /// <summary>Positions of packed keys: n keys, n + 1 checked offsets, n positions; allocates nothing.</summary>
    static abstract void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions);

    /// <summary>Positions of the labels <c>prefix0</c>, <c>prefix1</c>, … in replica order.</summary>
    static abstract void LabelPositions(ReadOnlySpan<byte> prefix, Span<uint> positions);

    /// <summary>The position of long text that arrives in chunks; allocates nothing after a thread's first call.</summary>
    static abstract uint Position(ref Utf8Chunks text);
}

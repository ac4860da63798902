using RingPerf.Keys;

namespace RingPerf.Hashing;

/// <summary>Text to a position on the circle. Stateless and static, so that the JIT specialises each ring for its hash.</summary>
internal interface IKeyHash
{
    /// <summary>The position of UTF-8 text; allocates nothing.</summary>
    static abstract uint Position(ReadOnlySpan<byte> utf8);

    /// <summary>The position of long text that arrives in chunks; allocates nothing after a thread's first call.</summary>
    static abstract uint Position(ref Utf8Chunks text);
}

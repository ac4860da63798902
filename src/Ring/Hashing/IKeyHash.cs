using RingPerf.Keys;

namespace RingPerf.Hashing;

/// <summary>Text to a position on the circle. Stateless and static, so that the JIT specialises each ring for its hash.</summary>
/// <remarks>A hash of one's own implements <see cref="Position(ReadOnlySpan{byte})"/>: any function of the bytes alone, the same in every process that shares
/// the ring, whose values spread evenly over all 32 bits. It is called by many threads at once. What it allocates, a lookup allocates.
/// Texts of more than 512 chars come to it in a pooled array.</remarks>
/// <typeparam name="TSelf">The implementing struct.</typeparam>
public interface IKeyHash<TSelf> where TSelf : struct, IKeyHash<TSelf>
{
    /// <summary>The position of UTF-8 text, 0 to 2^32 − 1.</summary>
    /// <param name="utf8">The text; may be empty.</param>
    /// <returns>The position; the same for the same bytes, always.</returns>
    static abstract uint Position(ReadOnlySpan<byte> utf8);

    /// <summary>Positions of packed keys; one after the other unless the hash knows better.</summary>
    /// <param name="utf8">The keys' text, one behind the other.</param>
    /// <param name="offsets">One offset more than there are keys, checked: key i is <c>utf8[offsets[i]..offsets[i + 1]]</c>.</param>
    /// <param name="positions">Receives a position a key, those of <see cref="Position(ReadOnlySpan{byte})"/>.</param>
    static virtual void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions) =>
        KeyLoop.Positions<TSelf>(utf8, offsets, positions);

    /// <summary>Positions of the labels <c>prefix0</c>, <c>prefix1</c>, … in replica order.</summary>
    internal static virtual void LabelPositions(ReadOnlySpan<byte> prefix, Span<uint> positions) =>
        KeyLoop.LabelPositions<TSelf>(prefix, positions);

    /// <summary>The position of long text that arrives in chunks; allocates nothing after a thread's first call.</summary>
    internal static virtual uint Position(ref Utf8Chunks text) => KeyLoop.Position<TSelf>(ref text);
}

using RingPerf.Hashing.Md5;
using RingPerf.Keys;

namespace RingPerf.Hashing;

/// <summary>First four bytes of MD5, big-endian, in managed code: one text at a time, or many in the lanes of vectors.</summary>
public readonly struct Md5Hash : IKeyHash<Md5Hash>
{
    /// <inheritdoc/>
    public static uint Position(ReadOnlySpan<byte> utf8) => Md5Scalar.Position(utf8);

    /// <inheritdoc/>
    public static void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions) =>
        Md5Batch.Positions(utf8, offsets, positions);

    static void IKeyHash<Md5Hash>.LabelPositions(ReadOnlySpan<byte> prefix, Span<uint> positions) =>
        LabelHasher.Positions(prefix, firstReplica: 0, positions);

    static uint IKeyHash<Md5Hash>.Position(ref Utf8Chunks text) => Position(ref text);

    internal static uint Position(ref Utf8Chunks text)
    {
        var state = new Md5State();
        while (text.MoveNext(out ReadOnlySpan<byte> chunk))
        {
            state.Append(chunk);
        }

        return state.Position();
    }
}

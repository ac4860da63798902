using RingPerf.Keys;

namespace RingPerf.Hashing.Md5;

/// <summary>First four bytes of MD5, big-endian, in managed code.</summary>
internal readonly struct Md5Hash : IKeyHash
{
    public static uint Position(ReadOnlySpan<byte> utf8)
    {
        var state = new Md5State();
        state.Append(utf8);
        return state.Position();
    }

    public static void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions) =>
        KeyLoop.Positions<Md5Hash>(utf8, offsets, positions);

    public static void LabelPositions(ReadOnlySpan<byte> prefix, Span<uint> positions) =>
        KeyLoop.LabelPositions<Md5Hash>(prefix, positions);

    public static uint Position(ref Utf8Chunks text)
    {
        var state = new Md5State();
        while (text.MoveNext(out ReadOnlySpan<byte> chunk))
        {
            state.Append(chunk);
        }

        return state.Position();
    }
}

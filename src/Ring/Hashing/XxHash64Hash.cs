using System.IO.Hashing;
using RingPerf.Keys;

namespace RingPerf.Hashing;

/// <summary>High 32 bits of XXH64, seed 0.</summary>
internal readonly struct XxHash64Hash : IKeyHash
{
    [ThreadStatic]
    private static XxHash64? PerThread;

    public static uint Position(ReadOnlySpan<byte> utf8) => (uint)(XxHash64.HashToUInt64(utf8) >> 32);

    public static void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions) =>
        KeyLoop.Positions<XxHash64Hash>(utf8, offsets, positions);

    public static void LabelPositions(ReadOnlySpan<byte> prefix, Span<uint> positions) =>
        KeyLoop.LabelPositions<XxHash64Hash>(prefix, positions);

    public static uint Position(ref Utf8Chunks text)
    {
        XxHash64 hash = PerThread ??= new XxHash64();
        hash.Reset();
        while (text.MoveNext(out ReadOnlySpan<byte> chunk))
        {
            hash.Append(chunk);
        }

        return (uint)(hash.GetCurrentHashAsUInt64() >> 32);
    }
}

using System.IO.Hashing;
using RingPerf.Keys;

namespace RingPerf.Hashing;

/// <summary>CRC-32 as in IEEE 802.3 and zlib.</summary>
internal readonly struct Crc32Hash : IKeyHash
{
    [ThreadStatic]
    private static Crc32? PerThread;

    public static uint Position(ReadOnlySpan<byte> utf8) => Crc32.HashToUInt32(utf8);

    public static void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions) =>
        KeyLoop.Positions<Crc32Hash>(utf8, offsets, positions);

    public static void LabelPositions(ReadOnlySpan<byte> prefix, Span<uint> positions) =>
        KeyLoop.LabelPositions<Crc32Hash>(prefix, positions);

    public static uint Position(ref Utf8Chunks text)
    {
        Crc32 hash = PerThread ??= new Crc32();
        hash.Reset();
        while (text.MoveNext(out ReadOnlySpan<byte> chunk))
        {
            hash.Append(chunk);
        }

        return hash.GetCurrentHashAsUInt32();
    }
}

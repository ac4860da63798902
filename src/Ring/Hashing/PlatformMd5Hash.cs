using System.Buffers.Binary;
using System.Security.Cryptography;
using RingPerf.Keys;

namespace RingPerf.Hashing;

/// <summary>First four bytes of MD5, big-endian, through the platform's cryptography library.</summary>
internal readonly struct PlatformMd5Hash : IKeyHash
{
    [ThreadStatic]
    private static IncrementalHash? PerThread;

    public static uint Position(ReadOnlySpan<byte> utf8)
    {
        IncrementalHash hash = Pooled();
        hash.AppendData(utf8);
        return Finish(hash);
    }

    public static void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions) =>
        KeyLoop.Positions<PlatformMd5Hash>(utf8, offsets, positions);

    public static void LabelPositions(ReadOnlySpan<byte> prefix, Span<uint> positions) =>
        KeyLoop.LabelPositions<PlatformMd5Hash>(prefix, positions);

    public static uint Position(ref Utf8Chunks text)
    {
        IncrementalHash hash = Pooled();
        while (text.MoveNext(out ReadOnlySpan<byte> chunk))
        {
            hash.AppendData(chunk);
        }

        return Finish(hash);
    }

    private static IncrementalHash Pooled() => PerThread ??= IncrementalHash.CreateHash(HashAlgorithmName.MD5);

    private static uint Finish(IncrementalHash hash)
    {
        Span<byte> digest = stackalloc byte[16];
        hash.GetHashAndReset(digest);
        return BinaryPrimitives.ReadUInt32BigEndian(digest);
    }
}

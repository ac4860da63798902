using System.Buffers.Binary;
using System.Security.Cryptography;
using RingPerf.Keys;

namespace RingPerf.Hashing;

/// <summary>First four bytes of MD5, big-endian, through the platform's cryptography library.</summary>
public readonly struct PlatformMd5Hash : IKeyHash<PlatformMd5Hash>
{
    [ThreadStatic]
    private static IncrementalHash? PerThread;

    /// <inheritdoc/>
    public static uint Position(ReadOnlySpan<byte> utf8)
    {
        IncrementalHash hash = Pooled();
        hash.AppendData(utf8);
        return Finish(hash);
    }

    static uint IKeyHash<PlatformMd5Hash>.Position(ref Utf8Chunks text)
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

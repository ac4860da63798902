using System.IO.Hashing;
using RingPerf.Keys;

namespace RingPerf.Hashing;

/// <summary>CRC-32 as in IEEE 802.3 and zlib.</summary>
public readonly struct Crc32Hash : IKeyHash<Crc32Hash>
{
    [ThreadStatic]
    private static Crc32? PerThread;

    /// <inheritdoc/>
    public static uint Position(ReadOnlySpan<byte> utf8) => Crc32.HashToUInt32(utf8);

    static uint IKeyHash<Crc32Hash>.Position(ref Utf8Chunks text)
    {
        Crc32 hash = PerThread ??= new Crc32();
        KeyLoop.Feed(hash, ref text);
        return hash.GetCurrentHashAsUInt32();
    }
}

using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;

namespace RingPerf.Tests;

/// <summary>Positions of every hash, by other code than the ring's own where there is any.</summary>
internal static class ReferenceHash
{
    internal static uint Position(HashFunction hash, byte[] bytes) => hash switch
    {
        HashFunction.Md5 or HashFunction.Md5Platform => First(CryptographicOperations.HashData(HashAlgorithmName.MD5, bytes)),
        HashFunction.XxHash3 => First(XxHash3.Hash(bytes)),
        HashFunction.XxHash64 => First(XxHash64.Hash(bytes)),
        HashFunction.XxHash32 => First(XxHash32.Hash(bytes)),
        HashFunction.Crc32 => BitwiseCrc32(bytes),
        _ => throw new ArgumentOutOfRangeException(nameof(hash), hash, "no reference"),
    };

    private static uint First(byte[] digest) => BinaryPrimitives.ReadUInt32BigEndian(digest);

    private static uint BitwiseCrc32(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xedb88320;
            }
        }

        return ~crc;
    }
}

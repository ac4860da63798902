using System.Buffers.Binary;
using System.Security.Cryptography;
using RingPerf.Hashing.Md5;

namespace RingPerf.Tests.Hashing.Md5;

/// <summary>Packed keys with the positions the platform's MD5 gives them.</summary>
internal sealed class KeyTable
{
    internal KeyTable(int[] lengths, int seed = 1, int before = 0, int after = 0)
    {
        var random = new Random(seed);
        Utf8 = new byte[before + lengths.Sum() + after];
        random.NextBytes(Utf8);
        Offsets = new int[lengths.Length + 1];
        Expected = new uint[lengths.Length];
        Offsets[0] = before;
        for (int i = 0; i < lengths.Length; i++)
        {
            Offsets[i + 1] = Offsets[i] + lengths[i];
            Expected[i] = PlatformPosition(Utf8.AsSpan(Offsets[i], lengths[i]));
        }
    }

    internal byte[] Utf8 { get; }

    internal int[] Offsets { get; }

    internal uint[] Expected { get; }

    internal static uint PlatformPosition(ReadOnlySpan<byte> key)
    {
        Span<byte> digest = stackalloc byte[MD5.HashSizeInBytes];
#pragma warning disable CA5351 // A ring places keys by MD5; nothing is protected by it.
        MD5.HashData(key, digest);
#pragma warning restore CA5351
        return BinaryPrimitives.ReadUInt32BigEndian(digest);
    }

    /// <summary>Hashes the keys where they are, between two words that must stay as they are.</summary>
    internal void AssertPositions(Md5Kernel kernel) => AssertPositions(kernel, Utf8);

    internal void AssertPositions(Md5Kernel kernel, ReadOnlySpan<byte> utf8)
    {
        const uint Untouched = 0xdeadbeef;
        uint[] positions = new uint[Expected.Length + 2];
        positions[0] = positions[^1] = Untouched;
        DirtyStack.Fill();
        kernel.Positions(utf8, Offsets, positions.AsSpan(1, Expected.Length));
        Assert.Equal([Untouched, .. Expected, Untouched], positions);
    }
}

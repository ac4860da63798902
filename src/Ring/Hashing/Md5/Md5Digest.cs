using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace RingPerf.Hashing.Md5;

/// <summary>The whole MD5 of one text, for rings whose points have more than 32 bits of it.</summary>
internal static class Md5Digest
{
    internal static Md5Words Of(ReadOnlySpan<byte> text) => Of(text, (ulong)text.Length, new Md5Words());

    /// <summary>The digest of a text of which only the rest is not in the words yet.</summary>
    internal static Md5Words Of(ReadOnlySpan<byte> rest, ulong length, Md5Words words)
    {
        while (rest.Length >= Md5Constants.BlockSize)
        {
            Md5Block.Compress(ref MemoryMarshal.GetReference(rest), ref words);
            rest = rest[Md5Constants.BlockSize..];
        }

        Span<byte> blocks = stackalloc byte[2 * Md5Constants.BlockSize];
        blocks.Clear();
        blocks = rest.Length <= Md5Constants.LongestTail ? blocks[..Md5Constants.BlockSize] : blocks;
        rest.CopyTo(blocks);
        blocks[rest.Length] = 0x80;
        BinaryPrimitives.WriteUInt64LittleEndian(blocks[^sizeof(ulong)..], length * 8);
        for (; !blocks.IsEmpty; blocks = blocks[Md5Constants.BlockSize..])
        {
            Md5Block.Compress(ref blocks[0], ref words);
        }

        return words;
    }

    /// <summary>The digest as Python's <c>int(md5.hexdigest(), 16)</c>.</summary>
    internal static UInt128 Number(Md5Words digest) => new(Pair(digest.A, digest.B), Pair(digest.C, digest.D));

    private static ulong Pair(uint first, uint second) =>
        ((ulong)BinaryPrimitives.ReverseEndianness(first) << 32) | BinaryPrimitives.ReverseEndianness(second);
}

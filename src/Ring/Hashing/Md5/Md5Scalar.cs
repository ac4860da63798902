using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RingPerf.Hashing.Md5;

/// <summary>The position of one text: the path of a single lookup and the oracle of the lanes.</summary>
internal static class Md5Scalar
{
    /// <summary>First four bytes of the MD5 of a text, read big-endian.</summary>
    internal static uint Position(ReadOnlySpan<byte> key) => key.Length <= Md5Constants.LongestTail
        ? Finish(key, (ulong)key.Length, new Md5Words())
        : Position(key, (ulong)key.Length, new Md5Words());

    /// <summary>The position of a text of which only the rest is not in the words yet.</summary>
    internal static uint Position(ReadOnlySpan<byte> rest, ulong length, Md5Words words)
    {
        while (rest.Length >= Md5Constants.BlockSize)
        {
            Md5Block.Compress(ref MemoryMarshal.GetReference(rest), ref words);
            rest = rest[Md5Constants.BlockSize..];
        }

        if (rest.Length <= Md5Constants.LongestTail)
        {
            return Finish(rest, length, words);
        }

        Span<byte> blocks = stackalloc byte[2 * Md5Constants.BlockSize];
        blocks.Clear();
        rest.CopyTo(blocks);
        blocks[rest.Length] = 0x80;
        BinaryPrimitives.WriteUInt64LittleEndian(blocks[^sizeof(ulong)..], length * 8);
        Md5Block.Compress(ref blocks[0], ref words);
        return BinaryPrimitives.ReverseEndianness(Md5Block.CompressLast(ref blocks[Md5Constants.BlockSize], words));
    }

    /// <summary>The position when the rest shares its block with the padding and the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    private static uint Finish(ReadOnlySpan<byte> rest, ulong length, Md5Words words)
    {
        Debug.Assert(rest.Length <= Md5Constants.LongestTail);
        Unsafe.SkipInit(out BlockBytes block);
        Pad(rest, ref block);
        ref byte first = ref Unsafe.As<BlockBytes, byte>(ref block);
        ulong bits = BitConverter.IsLittleEndian ? length * 8 : BinaryPrimitives.ReverseEndianness(length * 8);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref first, Md5Constants.BlockSize - sizeof(ulong)), bits);
        return BinaryPrimitives.ReverseEndianness(Md5Block.CompressLast(ref first, words));
    }

    /// <summary>Writes a text's last bytes, 0x80 and zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Pad(ReadOnlySpan<byte> rest, ref BlockBytes block)
    {
        if (Avx512BW.IsSupported)
        {
            // One load for every length leaves no branch to miss; what the mask hides is not read, whatever page it is on. The address of an
            // empty rest is its own and not null, since a masked load from an unmapped page is slow.
            Vector512<byte> size = Vector512.Create((byte)rest.Length);
            fixed (byte* text = &MemoryMarshal.GetReference(rest))
            {
                Vector512<byte> row = Avx512BW.MaskLoad(text, Vector512.LessThan(Vector512<byte>.Indices, size), Vector512<byte>.Zero);
                row |= Vector512.Equals(Vector512<byte>.Indices, size) & Vector512.Create((byte)0x80);
                row.StoreUnsafe(ref Unsafe.As<BlockBytes, byte>(ref block));
            }

            return;
        }

        block = default;
        rest.CopyTo(block);
        block[rest.Length] = 0x80;
    }
}

using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RingPerf.Hashing.Md5;

/// <summary>The MD5 compression of one block, one text at a time.</summary>
/// <remarks>
/// The time is the length of one chain of dependent instructions, so round two adds (c and not d) and (b and d), which share no bit,
/// one by one: the first is off the chain. Loops of four steps are as fast as 64 steps in a row, since the rest runs beside the chain.
/// </remarks>
internal static class Md5Block
{
    /// <summary>Word A after the last block of a text: final three steps before the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint CompressLast(ref byte block, Md5Words words)
    {
        Md5Words next = words;
        Rounds(ref block, ref next, 60);
        uint sum = next.A + Md5Constants.Sines[60] + Word(ref block, 4) + (next.C ^ (next.B | ~next.D));
        return words.A + next.B + BitOperations.RotateLeft(sum, 6);
    }

    /// <summary>Adds a block that is not the last to the words.</summary>
    internal static void Compress(ref byte block, ref Md5Words words)
    {
        Md5Words next = words;
        Rounds(ref block, ref next, 64);
        words.A += next.A;
        words.B += next.B;
        words.C += next.C;
        words.D += next.D;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rounds(ref byte block, ref Md5Words words, nuint steps)
    {
        (uint a, uint b, uint c, uint d) = (words.A, words.B, words.C, words.D);
        ref uint k = ref MemoryMarshal.GetReference(Md5Constants.Sines);
        nuint i = 0;
        for (; i < 16; i += 4)
        {
            a = b + BitOperations.RotateLeft(a + Unsafe.Add(ref k, i) + Word(ref block, i) + (d ^ (b & (c ^ d))), 7);
            d = a + BitOperations.RotateLeft(d + Unsafe.Add(ref k, i + 1) + Word(ref block, i + 1) + (c ^ (a & (b ^ c))), 12);
            c = d + BitOperations.RotateLeft(c + Unsafe.Add(ref k, i + 2) + Word(ref block, i + 2) + (b ^ (d & (a ^ b))), 17);
            b = c + BitOperations.RotateLeft(b + Unsafe.Add(ref k, i + 3) + Word(ref block, i + 3) + (a ^ (c & (d ^ a))), 22);
        }

        nuint j = 1;
        for (; i < 32; i += 4, j += 20)
        {
            a = b + BitOperations.RotateLeft(a + Unsafe.Add(ref k, i) + Word(ref block, j & 15) + (c & ~d) + (b & d), 5);
            d = a + BitOperations.RotateLeft(d + Unsafe.Add(ref k, i + 1) + Word(ref block, (j + 5) & 15) + (b & ~c) + (a & c), 9);
            c = d + BitOperations.RotateLeft(c + Unsafe.Add(ref k, i + 2) + Word(ref block, (j + 10) & 15) + (a & ~b) + (d & b), 14);
            b = c + BitOperations.RotateLeft(b + Unsafe.Add(ref k, i + 3) + Word(ref block, (j + 15) & 15) + (d & ~a) + (c & a), 20);
        }

        j = 5;
        for (; i < 48; i += 4, j += 12)
        {
            a = b + BitOperations.RotateLeft(a + Unsafe.Add(ref k, i) + Word(ref block, j & 15) + (c ^ d ^ b), 4);
            d = a + BitOperations.RotateLeft(d + Unsafe.Add(ref k, i + 1) + Word(ref block, (j + 3) & 15) + (b ^ c ^ a), 11);
            c = d + BitOperations.RotateLeft(c + Unsafe.Add(ref k, i + 2) + Word(ref block, (j + 6) & 15) + (a ^ b ^ d), 16);
            b = c + BitOperations.RotateLeft(b + Unsafe.Add(ref k, i + 3) + Word(ref block, (j + 9) & 15) + (d ^ a ^ c), 23);
        }

        j = 0;
        for (; i < steps; i += 4, j += 28)
        {
            a = b + BitOperations.RotateLeft(a + Unsafe.Add(ref k, i) + Word(ref block, j & 15) + (c ^ (b | ~d)), 6);
            d = a + BitOperations.RotateLeft(d + Unsafe.Add(ref k, i + 1) + Word(ref block, (j + 7) & 15) + (b ^ (a | ~c)), 10);
            c = d + BitOperations.RotateLeft(c + Unsafe.Add(ref k, i + 2) + Word(ref block, (j + 14) & 15) + (a ^ (d | ~b)), 15);
            b = c + BitOperations.RotateLeft(b + Unsafe.Add(ref k, i + 3) + Word(ref block, (j + 21) & 15) + (d ^ (c | ~a)), 21);
        }

        (words.A, words.B, words.C, words.D) = (a, b, c, d);
    }

    /// <summary>A little-endian message word, wherever it lies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Word(ref byte block, nuint index)
    {
        uint word = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref block, index * sizeof(uint)));
        return BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
    }
}

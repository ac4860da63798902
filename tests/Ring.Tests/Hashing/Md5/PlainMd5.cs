using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace RingPerf.Tests.Hashing.Md5;

/// <summary>MD5 (RFC 1321) over text of any length, in its plainest form, as the RFC describes it: the oracle of every faster path.</summary>
/// <remarks>Only the first digest word is given out, since it is all a position needs.</remarks>
internal struct PlainMd5
{
    internal const int BlockSize = 64;
    private const int LengthOffset = 56;

    private static ReadOnlySpan<uint> SineTable =>
    [
        0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
        0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
        0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
        0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
        0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
        0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
        0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
        0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
    ];

    private static ReadOnlySpan<byte> Rotations => [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

    private uint _a;
    private uint _b;
    private uint _c;
    private uint _d;
    private ulong _length;
    private Block _pending;

    public PlainMd5()
    {
        _a = 0x67452301;
        _b = 0xefcdab89;
        _c = 0x98badcfe;
        _d = 0x10325476;
    }

    /// <summary>Feeds the next bytes of the text.</summary>
    internal void Append(ReadOnlySpan<byte> bytes)
    {
        Span<byte> pending = _pending;
        int held = (int)(_length % BlockSize);
        _length += (uint)bytes.Length;
        while (held + bytes.Length >= BlockSize)
        {
            bytes[..(BlockSize - held)].CopyTo(pending[held..]);
            bytes = bytes[(BlockSize - held)..];
            Compress(pending);
            held = 0;
        }

        bytes.CopyTo(pending[held..]);
    }

    /// <summary>Ends the text: the first four digest bytes, read big-endian.</summary>
    internal uint Position()
    {
        Span<byte> pending = _pending;
        int held = (int)(_length % BlockSize);
        pending[held++] = 0x80;
        if (held > LengthOffset)
        {
            pending[held..].Clear();
            Compress(pending);
            held = 0;
        }

        pending[held..].Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(pending[LengthOffset..], _length * 8);
        Compress(pending);
        return BinaryPrimitives.ReverseEndianness(_a);
    }

    private void Compress(ReadOnlySpan<byte> block)
    {
        uint a = _a, b = _b, c = _c, d = _d;
        for (int step = 0; step < 64; step++)
        {
            int round = step / 16;
            (uint mix, int word) = round switch
            {
                0 => (d ^ (b & (c ^ d)), step),
                1 => (c ^ (d & (b ^ c)), (5 * step) + 1),
                2 => (b ^ c ^ d, (3 * step) + 5),
                _ => (c ^ (b | ~d), 7 * step),
            };
            uint message = BinaryPrimitives.ReadUInt32LittleEndian(block[(word % 16 * sizeof(uint))..]);
            uint rotated = BitOperations.RotateLeft(a + mix + SineTable[step] + message, Rotations[(round * 4) + (step % 4)]);
            (a, b, c, d) = (d, b + rotated, b, c);
        }

        _a += a;
        _b += b;
        _c += c;
        _d += d;
    }

    [InlineArray(BlockSize)]
    private struct Block
    {
        private byte _first;
    }
}

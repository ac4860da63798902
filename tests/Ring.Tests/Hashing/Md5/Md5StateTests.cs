using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using RingPerf.Hashing;
using RingPerf.Hashing.Md5;

namespace RingPerf.Tests.Hashing.Md5;

/// <summary>The managed MD5 against the platform's.</summary>
public sealed class Md5StateTests
{
    private static readonly byte[] Text = RandomBytes(100_000);

    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, 301), 1000, 4095, 4096, 4097, 65_535, 65_536, 100_000];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Position_TextOfEveryLength_IsThatOfThePlatform(int length)
    {
        ReadOnlySpan<byte> text = Text.AsSpan(0, length);
        Assert.Equal(Expected(text), PlainPositionOf(text));
        Assert.Equal(Expected(text), PositionOf(text));
        Assert.Equal(Expected(text), Md5Hash.Position(text));
    }

    [Fact]
    public void Position_TextOfRfc1321_IsItsFirstFourBytes()
    {
        Assert.Equal(0xd41d8cd9u, PositionOf(""u8));
        Assert.Equal(0x0cc175b9u, PositionOf("a"u8));
        Assert.Equal(0x90015098u, PositionOf("abc"u8));
        Assert.Equal(0xf96b697du, PositionOf("message digest"u8));
        Assert.Equal(0xc3fcd3d7u, PositionOf("abcdefghijklmnopqrstuvwxyz"u8));
        Assert.Equal(0xd174ab98u, PositionOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"u8));
        Assert.Equal(0x57edf4a2u, PositionOf("12345678901234567890123456789012345678901234567890123456789012345678901234567890"u8));
    }

    [Fact]
    public void Append_SplitAtEveryPlace_GivesThePositionOfTheWhole()
    {
        ReadOnlySpan<byte> text = Text.AsSpan(0, 200);
        uint expected = Expected(text);
        for (int first = 0; first <= text.Length; first++)
        {
            Assert.Equal(expected, PositionOf(text[..first], text[first..]));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(55)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    public void Append_PiecesOfOneSize_GiveThePositionOfTheWhole(int size)
    {
        foreach (int length in Enumerable.Range(0, 301).Append(1000))
        {
            var state = new Md5State();
            for (int start = 0; start < length; start += size)
            {
                state.Append(Text.AsSpan(start, Math.Min(size, length - start)));
            }

            Assert.Equal(Expected(Text.AsSpan(0, length)), state.Position());
        }
    }

    [Fact]
    public void Append_ThreePiecesWithEmptyOnes_GiveThePositionOfTheWhole()
    {
        ReadOnlySpan<byte> text = Text.AsSpan(0, 130);
        for (int first = 0; first <= 130; first += 5)
        {
            for (int second = first; second <= 130; second += 3)
            {
                var state = new Md5State();
                state.Append(text[..first]);
                state.Append([]);
                state.Append(text[first..second]);
                state.Append(text[second..]);

                Assert.Equal(Expected(text), state.Position());
            }
        }
    }

    [Fact]
    public void Position_TextOfMoreBitsThanAnInt_CountsThemAll()
    {
        // As if 512 MB had gone by: 2^32 bits, which an int would take for none.
        var state = new Md5State();
        LengthOf(ref state) = 1 << 29;

        Assert.NotEqual(PositionOf([]), state.Position());
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_length")]
    private static extern ref ulong LengthOf(ref Md5State state);

    private static uint PositionOf(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second = default)
    {
        var state = new Md5State();
        state.Append(first);
        state.Append(second);
        return state.Position();
    }

    private static uint PlainPositionOf(ReadOnlySpan<byte> text)
    {
        var plain = new PlainMd5();
        plain.Append(text);
        return plain.Position();
    }

    private static uint Expected(ReadOnlySpan<byte> text) =>
        BinaryPrimitives.ReadUInt32BigEndian(CryptographicOperations.HashData(HashAlgorithmName.MD5, text));

    private static byte[] RandomBytes(int length)
    {
        byte[] bytes = new byte[length];
        new Random(1321).NextBytes(bytes);
        return bytes;
    }
}

using System.Text;
using RingPerf.Hashing.Md5;

namespace RingPerf.Tests.Hashing.Md5;

public class Md5ScalarTests
{
    [Theory]
    [InlineData("", 0xd41d8cd9)]
    [InlineData("abc", 0x90015098)]
    [InlineData("message digest", 0xf96b697d)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890", 0x57edf4a2)]
    [InlineData("node-1-0", 0xca917a3d)]
    public void Position_KnownText_IsFirstWordOfItsDigest(string text, uint expected) =>
        Assert.Equal(expected, Md5Scalar.Position(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Position_EveryLength_EqualsPlatform()
    {
        var keys = new KeyTable([.. Enumerable.Range(0, 1001)]);
        for (int i = 0; i < keys.Expected.Length; i++)
        {
            Assert.Equal(keys.Expected[i], Md5Scalar.Position(keys.Utf8.AsSpan(keys.Offsets[i]..keys.Offsets[i + 1])));
        }
    }

    [Fact]
    public void Position_EveryAlignment_EqualsPlatform()
    {
        byte[] bytes = new byte[400];
        new Random(2).NextBytes(bytes);
        for (int start = 0; start < 64; start++)
        {
            foreach (int length in (int[])[0, 1, 3, 4, 36, 54, 55, 56, 57, 63, 64, 65, 118, 119, 120, 121, 200])
            {
                ReadOnlySpan<byte> key = bytes.AsSpan(start, length);
                Assert.Equal(KeyTable.PlatformPosition(key), Md5Scalar.Position(key));
            }
        }
    }

    [Fact]
    public void State_EverySplitInTwo_EqualsWhole()
    {
        byte[] bytes = new byte[200];
        new Random(3).NextBytes(bytes);
        for (int length = 0; length <= bytes.Length; length++)
        {
            uint expected = Md5Scalar.Position(bytes.AsSpan(0, length));
            for (int split = 0; split <= length; split++)
            {
                var state = new Md5State();
                state.Append(bytes.AsSpan(0, split));
                state.Append(bytes.AsSpan(split, length - split));
                Assert.Equal(expected, state.Position());
            }
        }
    }

    [Fact]
    public void State_RandomPieces_EqualsWhole()
    {
        var random = new Random(4);
        byte[] bytes = new byte[5000];
        random.NextBytes(bytes);
        for (int round = 0; round < 200; round++)
        {
            var state = new Md5State();
            int length = 0;
            while (length < bytes.Length)
            {
                int piece = Math.Min(random.Next(0, 200), bytes.Length - length);
                state.Append(bytes.AsSpan(length, piece));
                length += piece;
                Assert.Equal(Md5Scalar.Position(bytes.AsSpan(0, length)), state.Position());
            }
        }
    }
}

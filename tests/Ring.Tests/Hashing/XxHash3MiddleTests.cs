using System.IO.Hashing;
using RingPerf.Hashing;

namespace RingPerf.Tests.Hashing;

public sealed class XxHash3MiddleTests
{
    [Fact]
    public void Hash_EveryLengthItTakes_IsThatOfTheReference()
    {
        var random = new Random(3);
        for (int length = 17; length <= 128; length++)
        {
            for (int round = 0; round < 50; round++)
            {
                byte[] text = new byte[length];
                random.NextBytes(text);

                Assert.True(XxHash3Middle.Takes(length));
                Assert.Equal(XxHash3.HashToUInt64(text), XxHash3Middle.Hash(text));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(129)]
    public void Takes_OtherLength_IsFalse(int length) => Assert.False(XxHash3Middle.Takes(length));
}

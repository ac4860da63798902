using System.Text;
using RingPerf.Hashing;
using RingPerf.Keys;

namespace RingPerf.Tests.Hashing;

/// <summary>Each hash over whole bytes and over chunks, against its reference.</summary>
public sealed class KeyHashTests
{
    [Fact]
    public void Position_Md5_IsThatOfTheReference() => AssertReference<Md5Hash>(HashFunction.Md5);

    [Fact]
    public void Position_PlatformMd5_IsThatOfTheReference() => AssertReference<PlatformMd5Hash>(HashFunction.Md5Platform);

    [Fact]
    public void Position_XxHash3_IsThatOfTheReference() => AssertReference<XxHash3Hash>(HashFunction.XxHash3);

    [Fact]
    public void Position_XxHash64_IsThatOfTheReference() => AssertReference<XxHash64Hash>(HashFunction.XxHash64);

    [Fact]
    public void Position_XxHash32_IsThatOfTheReference() => AssertReference<XxHash32Hash>(HashFunction.XxHash32);

    [Fact]
    public void Position_Crc32_IsThatOfTheReference() => AssertReference<Crc32Hash>(HashFunction.Crc32);

    private static void AssertReference<THash>(HashFunction hash) where THash : struct, IKeyHash<THash>
    {
        for (int length = 0; length <= 600; length++)
        {
            string text = string.Concat(Enumerable.Range(0, length).Select(i => "0é漢"[(i * 7) % 3]));
            byte[] utf8 = Encoding.UTF8.GetBytes(text);
            uint expected = ReferenceHash.Position(hash, utf8);
            foreach (int size in new[] { 4, 5, 64, 301 })
            {
                var chunks = new Utf8Chunks(text, new byte[size]);
                Assert.Equal(expected, THash.Position(ref chunks));
            }

            Assert.Equal(expected, THash.Position(utf8));
        }
    }
}

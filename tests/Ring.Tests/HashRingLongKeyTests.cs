using System.Text;

namespace RingPerf.Tests;

/// <summary>Keys of any length, and characters of several bytes across the edges of chunks.</summary>
public sealed class HashRingLongKeyTests
{
    private const int TenMegabytes = 10 << 20;

    private static readonly string Ascii = new('x', TenMegabytes);
    private static readonly string Mixed = string.Concat(Enumerable.Repeat("aé漢😀", TenMegabytes / 10));

    public static TheoryData<HashFunction> Hashes => [.. Enum.GetValues<HashFunction>()];

    [Theory]
    [MemberData(nameof(Hashes))]
    public void GetPosition_TenMegabytes_IsThatOfTheReference(HashFunction hash)
    {
        AssertReference(hash, Ascii);
        AssertReference(hash, Mixed);
    }

    [Theory]
    [MemberData(nameof(Hashes))]
    public void GetNode_CharactersAcrossChunkEdges_AgreeWithTheReferenceByEveryOverload(HashFunction hash)
    {
        HashRing ring = Build(hash);
        foreach (string unit in new[] { "é", "漢", "😀", "aé漢😀" })
        {
            int units = (8200 / Encoding.UTF8.GetByteCount(unit)) + 1;
            string key = string.Concat(Enumerable.Repeat(unit, units));
            for (int shift = 0; shift < 8; shift++)
            {
                string shifted = new string('.', shift) + key;
                Assert.Equal(ReferenceHash.Position(hash, Encoding.UTF8.GetBytes(shifted)), ring.GetPosition(shifted));
                Overload.OwnerOf(ring, shifted);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Hashes))]
    public void GetPosition_LengthsRoundChunkEdges_AgreeWithTheReference(HashFunction hash)
    {
        HashRing ring = Build(hash);
        foreach (int length in new[] { 511, 512, 513, 1023, 1024, 1025, 4094, 4095, 4096, 4097, 4098, 8191, 8192, 8193, 12_288, 12_289 })
        {
            foreach (string end in new[] { "k", "漢", "😀" })
            {
                string key = new string('k', length - end.Length) + end;
                Assert.Equal(ReferenceHash.Position(hash, Encoding.UTF8.GetBytes(key)), ring.GetPosition(key));
            }
        }
    }

    private static HashRing Build(HashFunction hash) => new(["a", "b", "c"], new HashRingOptions { Hash = hash });

    private static void AssertReference(HashFunction hash, string key)
    {
        HashRing ring = Build(hash);
        byte[] utf8 = Encoding.UTF8.GetBytes(key);
        uint position = ReferenceHash.Position(hash, utf8);

        Assert.Equal(position, ring.GetPosition(key));
        Assert.Equal(position, ring.GetPosition(utf8));
    }
}

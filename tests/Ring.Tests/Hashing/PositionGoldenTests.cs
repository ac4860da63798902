using System.Text;

namespace RingPerf.Tests.Hashing;

/// <summary>Positions of keys against those of the Python original and of the hashes' own Python libraries.</summary>
public sealed class PositionGoldenTests
{
    private static readonly Dictionary<HashFunction, HashRing> Rings =
        Enum.GetValues<HashFunction>().ToDictionary(hash => hash, hash => new HashRing(["a", "b"], new HashRingOptions { Hash = hash }));

    public static TheoryData<int> Texts => [.. Enumerable.Range(0, Vectors.Positions.Texts.Length)];

    public static TheoryData<int> Lengths => [.. Vectors.Positions.Lengths.Select(vector => vector.Length)];

    public static TheoryData<int> Repeats => [.. Enumerable.Range(0, Vectors.Positions.Repeats.Length)];

    public static TheoryData<int> HashTexts => [.. Enumerable.Range(0, Vectors.Hashes.Texts.Length)];

    public static TheoryData<int> HashLengths => [.. Vectors.Hashes.Lengths.Select(vector => vector.Length)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void GetPosition_GoldenText_IsThatOfPython(int index)
    {
        Vectors.TextVector vector = Vectors.Positions.Texts[index];
        AssertMd5(vector.Key, vector.Position);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void GetPosition_GoldenLength_IsThatOfPython(int length)
    {
        Vectors.LengthVector vector = Assert.Single(Vectors.Positions.Lengths, vector => vector.Length == length);
        AssertMd5(Vectors.OfLength(length, Vectors.Positions.Origin.About.Alphabet), vector.Position);
    }

    [Theory]
    [MemberData(nameof(Repeats))]
    public void GetPosition_GoldenRepeat_IsThatOfPython(int index)
    {
        Vectors.RepeatVector vector = Vectors.Positions.Repeats[index];
        AssertMd5(new StringBuilder(vector.Prefix).Insert(vector.Prefix.Length, vector.Repeat, vector.Count).ToString(), vector.Position);
    }

    [Theory]
    [MemberData(nameof(HashTexts))]
    public void GetPosition_GoldenTextOfEveryHash_IsThatOfPython(int index)
    {
        Vectors.HashTextVector vector = Vectors.Hashes.Texts[index];
        AssertAll(vector.Key, vector.Md5, vector.Xxhash3, vector.Xxhash64, vector.Xxhash32, vector.Crc32);
    }

    [Theory]
    [MemberData(nameof(HashLengths))]
    public void GetPosition_GoldenLengthOfEveryHash_IsThatOfPython(int length)
    {
        Vectors.HashLengthVector vector = Assert.Single(Vectors.Hashes.Lengths, vector => vector.Length == length);
        string key = Vectors.OfLength(length, Vectors.Hashes.Origin.About.Alphabet);
        AssertAll(key, vector.Md5, vector.Xxhash3, vector.Xxhash64, vector.Xxhash32, vector.Crc32);
    }

    private static void AssertMd5(string text, uint position)
    {
        AssertPosition(text, HashFunction.Md5, position);
        AssertPosition(text, HashFunction.Md5Platform, position);
    }

    private static void AssertAll(string text, uint md5, uint xxHash3, uint xxHash64, uint xxHash32, uint crc32)
    {
        AssertMd5(text, md5);
        AssertPosition(text, HashFunction.XxHash3, xxHash3);
        AssertPosition(text, HashFunction.XxHash64, xxHash64);
        AssertPosition(text, HashFunction.XxHash32, xxHash32);
        AssertPosition(text, HashFunction.Crc32, crc32);
    }

    private static void AssertPosition(string text, HashFunction hash, uint position)
    {
        HashRing ring = Rings[hash];
        var key = new Key(text);
        Assert.Equal(position, ring.GetPosition(key.Text));
        Assert.Equal(position, ring.GetPosition(key.Chars));
        Assert.Equal(position, ring.GetPosition(key.Utf8));
        if (text.Length < 1 << 20)
        {
            Assert.Equal(ring.GetNodeIndexAt(position), Overload.OwnerOf(ring, text));
        }
    }
}

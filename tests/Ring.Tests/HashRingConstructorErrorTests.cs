using System.Text.RegularExpressions;

namespace RingPerf.Tests;

/// <summary>Wrong nodes and options, and what the errors say.</summary>
public sealed class HashRingConstructorErrorTests
{
    [Fact]
    public void Constructor_NullNodes_Throws()
    {
        Assert.Throws<ArgumentNullException>("nodes", () => new HashRing(null!));
        Assert.Throws<ArgumentNullException>("nodes", () => new HashRing(null!, new HashRingOptions()));
    }

    [Fact]
    public void Constructor_NullOptions_Throws() => Assert.Throws<ArgumentNullException>("options", () => new HashRing(["a"], null!));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Constructor_NullNode_IsNamedByItsIndex(int index)
    {
        string?[] nodes = ["a", "a", "b"];
        nodes[index] = null;
        var error = Assert.Throws<ArgumentNullException>("nodes", () => new HashRing(nodes!));

        MessageAssert.Starts($"nodes[{index}] is null; every element must be a string.", error);
    }

    [Theory]
    [InlineData(@"\ud83dabc", 0, @"""\uD83Dabc"" has the lone surrogate U+D83D at index 0;")]
    [InlineData(@"ab\ude00c", 2, @"""ab\uDE00c"" has the lone surrogate U+DE00 at index 2;")]
    [InlineData(@"😀abc\ud83d", 5, @"""😀abc\uD83D"" has the lone surrogate U+D83D at index 5;")]
    [InlineData(@"\ude00\ud83d", 0, @"""\uDE00\uD83D"" has the lone surrogate U+DE00 at index 0;")]
    public void Constructor_LoneSurrogateInNode_IsNamed(string escaped, int index, string message)
    {
        string name = Regex.Unescape(escaped);
        foreach (LabelFormat labels in Enum.GetValues<LabelFormat>())
        {
            foreach (CollisionRule rule in Enum.GetValues<CollisionRule>())
            {
                HashRingOptions options = new() { Labels = labels, Collisions = rule };
                AssertNamed(Assert.Throws<ArgumentException>("nodes", () => new HashRing(["a", name, "b"], options)));
                AssertNamed(Assert.Throws<ArgumentException>("node", () => new HashRing(["a"], options).Add(name)));
            }
        }

        Assert.True(char.IsSurrogate(name[index]));

        void AssertNamed(ArgumentException error) =>
            MessageAssert.Starts($"The node {message} text must be valid UTF-16.", error);
    }

    [Fact]
    public void Constructor_LoneSurrogateInLongNode_QuotesTheStartOfIt()
    {
        string node = new string('n', 600) + "\ud800";
        var error = Assert.Throws<ArgumentException>(() => new HashRing([node]));

        MessageAssert.Starts($"The node \"{new string('n', 48)}…\" has the lone surrogate U+D800 at index 600;", error);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void Constructor_ReplicasBelowOne_AreRefused(int replicas)
    {
        AssertNamed(Assert.Throws<ArgumentOutOfRangeException>(() => new HashRing(["a"], replicas)));
        AssertNamed(Assert.Throws<ArgumentOutOfRangeException>(() => new HashRing([], new HashRingOptions { Replicas = replicas })));

        void AssertNamed(ArgumentOutOfRangeException error)
        {
            Assert.Equal("replicas", error.ParamName);
            Assert.Equal(replicas, error.ActualValue);
            MessageAssert.Starts($"Replicas is {replicas}; it must be at least 1.", error);
        }
    }

    [Fact]
    public void Constructor_UndefinedOption_IsRefusedAndTheDefinedOnesNamed()
    {
        AssertUndefined<LabelFormat>("Labels", value => new HashRingOptions { Labels = value });
        AssertUndefined<HashFunction>("Hash", value => new HashRingOptions { Hash = value });
        AssertUndefined<SearchAlgorithm>("Search", value => new HashRingOptions { Search = value });
        AssertUndefined<CollisionRule>("Collisions", value => new HashRingOptions { Collisions = value });
        AssertUndefined<RingProfile>("Profile", value => new HashRingOptions { Profile = value });
    }

    [Theory]
    [InlineData(2, int.MaxValue, "2 nodes with 2147483647 replicas have 4294967294 points;")]
    [InlineData(1, int.MaxValue, "1 nodes with 2147483647 replicas have 2147483647 points;")]
    [InlineData(3, 715827883, "3 nodes with 715827883 replicas have 2147483649 points;")]
    public void Constructor_TooManyPoints_AreRefused(int nodes, int each, string message)
    {
        string[] names = [.. Enumerable.Range(0, nodes).Select(i => $"node-{i}")];
        var error = Assert.Throws<ArgumentOutOfRangeException>("replicas", () => new HashRing(names, each));

        Assert.Equal(each, error.ActualValue);
        MessageAssert.Starts($"{message} a ring holds at most {Array.MaxLength - 16}.", error);
    }

    [Fact]
    public void Constructor_TooManyPointsUnderAProfile_CountsWhatTheProfilePlaces()
    {
        var options = new HashRingOptions { Profile = RingProfile.UhashringKetama, Replicas = int.MaxValue };
        var error = Assert.Throws<ArgumentOutOfRangeException>("replicas", () => new HashRing(["a"], options));

        MessageAssert.Starts("1 nodes with 2147483647 replicas have 8589934588 points;", error);
    }

    [Fact]
    public void Add_TooManyPoints_IsRefused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>("replicas", () => new HashRing([], int.MaxValue).Add("a"));

        Assert.Equal(int.MaxValue, error.ActualValue);
        MessageAssert.Starts($"1 nodes with 2147483647 replicas have 2147483647 points; a ring holds at most {Array.MaxLength - 16}.", error);
    }

    [Fact]
    public void AddRemoveAndIndexOf_Null_Throw()
    {
        HashRing ring = new(["a"]);

        Assert.Throws<ArgumentNullException>("node", () => ring.Add(null!));
        Assert.Throws<ArgumentNullException>("node", () => ring.Remove(null!));
        Assert.Throws<ArgumentNullException>("node", () => ring.IndexOf(null!));
    }

    private static void AssertUndefined<TEnum>(string option, Func<TEnum, HashRingOptions> with) where TEnum : struct, Enum
    {
        TEnum[] defined = Enum.GetValues<TEnum>();
        foreach (int wrong in new[] { -1, defined.Length, int.MaxValue })
        {
            TEnum value = (TEnum)Enum.ToObject(typeof(TEnum), wrong);
            var error = Assert.Throws<ArgumentOutOfRangeException>(option, () => new HashRing([], with(value)));

            Assert.Equal(value, error.ActualValue);
            MessageAssert.Starts($"{option} is {wrong}; it must be one of {string.Join(", ", Enum.GetNames<TEnum>())}.", error);
        }
    }
}

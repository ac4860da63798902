using RingPerf.Benchmarks.Inputs;

namespace RingPerf.Benchmarks.Tests.Inputs;

public sealed class RandomKeysTests
{
    [Theory]
    [InlineData("8", 8, 8)]
    [InlineData("200", 200, 200)]
    [InlineData(RandomKeys.Mixture, 0, 200)]
    [InlineData(RandomKeys.Unicode, 12, 48)]
    public void Of_Length_IsThatOfEveryKey(string length, int least, int most)
    {
        KeyStream keys = RandomKeys.Of(length);

        int[] lengths = [.. Enumerable.Range(0, keys.Texts.Length).Select(key => keys.Offsets[key + 1] - keys.Offsets[key])];
        Assert.InRange(lengths.Min(), least, most);
        Assert.InRange(lengths.Max(), least, most);
        Assert.Equal(least != most, lengths.Min() != lengths.Max());
    }

    [Fact]
    public void Of_Unicode_HasCharactersOfFourBytes() =>
        Assert.Contains(RandomKeys.Of(RandomKeys.Unicode).Texts.ToArray(), key => key.Any(char.IsSurrogate));

    [Fact]
    public void Of_SameLength_GivesTheSameKeys() =>
        Assert.Equal(RandomKeys.Of(RandomKeys.Mixture).Texts.ToArray(), RandomKeys.Of(RandomKeys.Mixture).Texts.ToArray());
}

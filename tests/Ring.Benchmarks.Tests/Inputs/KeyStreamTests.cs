using System.Text;
using RingPerf.Benchmarks.Inputs;

namespace RingPerf.Benchmarks.Tests.Inputs;

public sealed class KeyStreamTests
{
    [Fact]
    public void Next_MoreThanOneBlock_GivesEveryKeyOnceAroundInBothForms()
    {
        string[] keys = [.. Enumerable.Range(0, KeyStream.Block + 1).Select(i => $"ключ-{i}")];
        var texts = new KeyStream(keys);
        var bytes = new KeyStream(keys);
        var seen = new List<string>();

        for (int block = 0; block < 2; block++)
        {
            string[] expected = texts.NextTexts().ToArray();
            ReadOnlySpan<int> offsets = bytes.NextOffsets();
            for (int i = 0; i < KeyStream.Block; i++)
            {
                Assert.Equal(expected[i], Encoding.UTF8.GetString(bytes.Utf8[offsets[i]..offsets[i + 1]]));
            }

            seen.AddRange(expected);
        }

        Assert.Equal(keys, seen[..keys.Length]);
        Assert.Equal(keys[0], texts.NextTexts()[0]);
    }

    [Fact]
    public void Uuids_TwoStreams_HoldTheSameDistinctKeys()
    {
        string[] keys = KeyStream.Uuids().Texts.ToArray();

        Assert.Equal(keys, KeyStream.Uuids().Texts.ToArray());
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.All(keys[..100], key => Assert.Equal('4', Guid.Parse(key).ToString()[14]));
    }
}

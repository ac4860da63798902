using RingPerf.Benchmarks.Inputs;

namespace RingPerf.Benchmarks.Tests.Inputs;

/// <summary>The items are those of eng/bench_python.py, whose answers these are.</summary>
public sealed class ShareItemsTests
{
    [Fact]
    public void Take_FirstAndLast_AreThoseOfPython()
    {
        string[] items = ShareItems.Take(ShareItems.Count);

        Assert.Equal("e9068590-36f8-47e6-8e58-a577da9312a2", items[0]);
        Assert.Equal("761ff52b-8e6d-4373-bdf2-91a1a70df20c", items[1]);
        Assert.Equal("cf7c3d26-9c55-4b3c-9e4c-19567b9c256f", items[^1]);
    }

    [Fact]
    public void Take_SharedByTenMembers_GivesTheFirstOneWhatPythonGivesIt()
    {
        var ring = new HashRing(NodeNames.Take(10), new HashRingOptions { Labels = LabelFormat.PythonBytes });
        int[] owners = new int[ShareItems.Count];

        ring.GetNodeIndices(ShareItems.Take(ShareItems.Count), owners);

        Assert.Equal(103_926, owners.Count(owner => owner == 0));
    }
}

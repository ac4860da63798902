using RingPerf.Analysis.Plots;

namespace RingPerf.Analysis.Tests.Plots;

public sealed class ColorTests
{
    [Fact]
    public void OfNode_ManyNodes_AllDiffer() =>
        Assert.Equal(300, Enumerable.Range(0, 300).Select(node => Color.OfNode(node).Hex).Distinct().Count());

    [Fact]
    public void OfNode_EveryColour_ReadsOnLightAndOnDark() =>
        Assert.All(Enumerable.Range(0, 300).Select(Color.OfNode), color =>
            Assert.InRange(((0.2126 * color.Red) + (0.7152 * color.Green) + (0.0722 * color.Blue)) / 255, 0.2, 0.8));
}

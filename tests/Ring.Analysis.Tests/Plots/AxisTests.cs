using RingPerf.Analysis.Plots;

namespace RingPerf.Analysis.Tests.Plots;

public sealed class AxisTests
{
    [Theory]
    [InlineData(0, 10, "0 2 4 6 8 10")]
    [InlineData(0, 12.96, "0 5 10")]
    [InlineData(1, 2.1, "1 1.2 1.4 1.6 1.8 2")]
    [InlineData(0, 0.5, "0 0.1 0.2 0.3 0.4 0.5")]
    [InlineData(1, 8.6, "2 4 6 8")]
    public void Linear_ARange_HasRoundTicks(double low, double high, string texts)
    {
        Axis axis = Axis.Linear("label", low, high);

        Assert.Equal(texts, string.Join(' ', axis.Ticks.Select(tick => tick.Text)));
        Assert.All(axis.Ticks, tick => Assert.InRange(tick.Value, low, high * (1 + 1e-9)));
    }

    // A share of one node of many is a small percentage; its ticks must not all read the same.
    [Theory]
    [InlineData(0.013)]
    [InlineData(0.0013)]
    [InlineData(1.3e-7)]
    public void Linear_SmallRange_HasTicksThatDiffer(double high)
    {
        Axis axis = Axis.Linear("label", 0, high);

        Assert.InRange(axis.Ticks.Count, 2, 8);
        Assert.Equal(axis.Ticks.Count, axis.Ticks.Select(tick => tick.Text).Distinct().Count());
        Assert.All(axis.Ticks, tick => Assert.Equal(
            tick.Value, double.Parse(tick.Text, System.Globalization.CultureInfo.InvariantCulture), high * 1e-6));
    }

    [Fact]
    public void Place_OnALogarithmicAxis_IsThatOfTheRatio()
    {
        var axis = new Axis("label", 1, 100, [], Logarithmic: true);

        Assert.Equal(0.5, axis.Place(10), 1e-12);
        Assert.Equal(0.5, Axis.Linear("label", 10, 20).Place(15), 1e-12);
    }

    [Fact]
    public void SlantedDepth_OfJoinedEmoji_IsThatOfTheirWidth()
    {
        Axis Slanted(string text) => new("label", 0, 1, [new Tick(0.5, text)], Slanted: true);

        Assert.Equal(Slanted("12345678").SlantedDepth, Slanted("👨‍👩‍👧‍👦").SlantedDepth);
    }
}

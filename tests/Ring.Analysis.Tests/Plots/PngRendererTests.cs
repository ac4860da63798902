using RingPerf.Analysis.Plots;
using SkiaSharp;

namespace RingPerf.Analysis.Tests.Plots;

public sealed class PngRendererTests
{
    private const int Margin = 30;
    private const int Figures = 150;

    [Theory]
    [InlineData("single")]
    [InlineData("ten")]
    [InlineData("forty-one")]
    [InlineData("weird")]
    public void Draw_EveryChart_IsAPictureWithText(string nodes)
    {
        var renderer = new PngRenderer(PlotFont.Find(null) ?? throw new InvalidOperationException("the system has no font (Debian: fonts-dejavu-core)"));
        foreach (Chart chart in SvgRendererTests.Data(nodes, 100, 20_000).Charts)
        {
            byte[] png = renderer.Draw(chart);

            AssertShowsChart(png, chart.Name, chart.X is not null);
        }
    }

    [Fact]
    public void Draw_Ring_HasTheColourOfEachNode()
    {
        var renderer = new PngRenderer(PlotFont.Find(null)!);
        Chart chart = SvgRendererTests.Data("ten", 100, 0).Charts.Single(chart => chart.Name == "ring");

        using SKBitmap picture = SKBitmap.Decode(renderer.Draw(chart));

        HashSet<SKColor> colors = [.. picture.Pixels];
        Assert.All(chart.Marks, mark => Assert.Contains(new SKColor(mark.Color.Red, mark.Color.Green, mark.Color.Blue), colors));
    }

    [Fact]
    public void Draw_Bars_AreThereInTheirColours()
    {
        var renderer = new PngRenderer(PlotFont.Find(null)!);
        Chart chart = SvgRendererTests.Data("ten", 100, 0).Charts.Single(chart => chart.Name == "ownership");
        IReadOnlyList<Bar> bars = chart.Marks.OfType<BarMark>().Single().Bars;

        using SKBitmap picture = SKBitmap.Decode(renderer.Draw(chart));

        // Below the band of expected shares a bar has its plain colour.
        SKColor[] row = [.. Enumerable.Range(0, picture.Width).Select(x => picture.GetPixel(x, picture.Height * 2 / 3))];
        int[] widths = [.. bars.Select(bar => row.Count(pixel => pixel == new SKColor(bar.Color.Red, bar.Color.Green, bar.Color.Blue)))];
        Assert.Equal(10, widths.Length);
        Assert.InRange(widths[0], 70, 130);
        Assert.All(widths, width => Assert.InRange(width, widths[0] - 3, widths[0] + 3));
    }

    [Fact]
    public void Draw_SectorsBetweenAxes_AreRefused()
    {
        var renderer = new PngRenderer(PlotFont.Find(null)!);

        var exception = Assert.Throws<ArgumentException>(() => renderer.Draw(SvgRendererTests.SectorsBetweenAxes()));

        Assert.Contains(nameof(SectorMark), exception.Message, StringComparison.Ordinal);
    }

    internal static void AssertShowsChart(byte[] png, string name, bool hasAxes)
    {
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        using SKBitmap picture = SKBitmap.Decode(png);
        Assert.Equal((2 * Chart.Width, hasAxes ? 880 : 1440), (picture.Width, picture.Height));
        Assert.True(Dark(picture, 0, 0, picture.Width, 60) > 300, $"{name}: no title");
        Assert.True(picture.Pixels.Count(pixel => pixel.Alpha == 255) == picture.Width * picture.Height, $"{name}: see-through");
        if (hasAxes)
        {
            Assert.True(Dark(picture, 0, picture.Height - 50, picture.Width, picture.Height) > 300, $"{name}: no label below");
            Assert.True(Dark(picture, 0, 200, Margin, picture.Height - 200) > 100, $"{name}: no label on the left");
            // Between title and frame, right of the axis' figures, there is none: what counts as text here can be absent.
            Assert.Equal(0, Dark(picture, Figures, 66, picture.Width, 84));
        }

        Assert.True(picture.Pixels.Distinct().Count() > 20, $"{name}: no marks");
    }

    private static int Dark(SKBitmap picture, int left, int top, int right, int bottom)
    {
        int dark = 0;
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                SKColor pixel = picture.GetPixel(x, y);
                dark += pixel.Red < 96 && pixel.Green < 96 && pixel.Blue < 96 ? 1 : 0;
            }
        }

        return dark;
    }
}

namespace RingPerf.Analysis.Plots;

/// <summary>Our colours to ScottPlot's.</summary>
internal static class PngColor
{
    internal static ScottPlot.Color Of(Color color) => new(color.Red, color.Green, color.Blue, (byte)Math.Round(color.Opacity * 255));
}

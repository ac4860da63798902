using System.Globalization;

namespace RingPerf.Analysis.Plots;

/// <summary>How far random shares spread round their mean: one standard deviation, 1/√points, against the replica count R.</summary>
internal static class ShareLaw
{
    private const int Steps = 60;

    /// <summary>The mean and one deviation, named in the legend.</summary>
    internal static LineMark Above(string before, int pointsAReplica, double from, double to) => new(
        Color.Neutral,
        pointsAReplica == 1 ? $"{before}1/√R" : string.Create(CultureInfo.InvariantCulture, $"{before}1/√({pointsAReplica}R)"),
        [.. Curve(1, pointsAReplica, from, to)],
        Dashed: true);

    /// <summary>The mean less one deviation.</summary>
    internal static LineMark Below(int pointsAReplica, double from, double to) =>
        new(Color.Neutral, null, [.. Curve(-1, pointsAReplica, from, to)], Dashed: true);

    private static IEnumerable<Point> Curve(int sign, int pointsAReplica, double from, double to)
    {
        for (int i = 0; i <= Steps; i++)
        {
            double replicas = from * Math.Pow(to / from, i / (double)Steps);
            yield return new Point(replicas, 1 + (sign / Math.Sqrt(replicas * pointsAReplica)));
        }
    }
}

using System.Globalization;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Statistics;

/// <summary>A time read from benchmarks of rings: that of a ring of as many points, or between those of the next smaller and the next
/// larger one, straight on logarithmic axes.</summary>
/// <param name="Nanoseconds">The time.</param>
/// <param name="Rings">The rings it is taken from, nodes × replicas.</param>
internal sealed record MeasuredTime(Quantiles Nanoseconds, IReadOnlyList<string> Rings)
{
    private const string UsualKeys = "uuid";

    /// <summary>The time at a number of nodes and replicas; null where no rows of as few and as many points are there.</summary>
    /// <param name="rows">Rows of benchmark results.</param>
    /// <param name="suites">Suites to look in; where two have the same ring, the first counts.</param>
    /// <param name="title">The benchmark's title.</param>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="replicas">Points of each.</param>
    internal static MeasuredTime? At(IReadOnlyCollection<BenchmarkRow> rows, string[] suites, string title, int nodes, int replicas)
    {
        Entry[] entries =
        [
            .. from suite in suites
               from row in rows
               where row.Suite == suite && row.Title == title && row.Parameters.GetValueOrDefault("Keys", UsualKeys) == UsualKeys
               let entry = Entry.Of(row)
               where entry is not null
               select entry,
        ];
        double points = (double)nodes * replicas;
        Entry? below = Nearest(entries.Where(entry => entry.Points <= points), points, nodes);
        Entry? above = Nearest(entries.Where(entry => entry.Points >= points), points, nodes);
        if (below is null || above is null)
        {
            return null;
        }

        if (below.Points == above.Points)
        {
            return new MeasuredTime(below.Nanoseconds, [below.Name]);
        }

        double part = Math.Log(points / below.Points) / Math.Log(above.Points / below.Points);
        return new MeasuredTime(
            new Quantiles(Between(time => time.P05), Between(time => time.Median), Between(time => time.P95)), [below.Name, above.Name]);

        double Between(Func<Quantiles, double> of) => Math.Exp(
            Math.Log(of(below.Nanoseconds)) + (part * Math.Log(of(above.Nanoseconds) / of(below.Nanoseconds))));
    }

    /// <summary>The time in a unit of so many nanoseconds.</summary>
    internal Quantiles In(double unit) => new(Nanoseconds.P05 / unit, Nanoseconds.Median / unit, Nanoseconds.P95 / unit);

    // Of rings of as many points the one whose nodes are nearest in number.
    private static Entry? Nearest(IEnumerable<Entry> entries, double points, int nodes) => entries
        .OrderBy(entry => Math.Abs(Math.Log(entry.Points / points)))
        .ThenBy(entry => Math.Abs(Math.Log(entry.Nodes / (double)nodes)))
        .FirstOrDefault();

    private sealed record Entry(int Nodes, int Replicas, Quantiles Nanoseconds)
    {
        internal double Points => (double)Nodes * Replicas;

        internal string Name => string.Create(CultureInfo.InvariantCulture, $"{Nodes} × {Replicas}");

        internal static Entry? Of(BenchmarkRow row) =>
            TryRead(row, "Nodes", out int nodes) && TryRead(row, "Replicas", out int replicas)
                ? new Entry(nodes, replicas, row.Values.Count > 0 ? Quantiles.Of([.. row.Values]) : new Quantiles(row.Median, row.Median, row.Median))
                : null;

        private static bool TryRead(BenchmarkRow row, string parameter, out int value) =>
            int.TryParse(row.Parameters.GetValueOrDefault(parameter), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}

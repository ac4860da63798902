using System.Globalization;
using RingPerf.Benchmarks.Machine;
using RingPerf.Benchmarks.Suites;

namespace RingPerf.Benchmarks.Results.Plots;

/// <summary>Which plots a run has, and from which rows. A suite that was not run has none.</summary>
internal static class ResultPlots
{
    // A position and its owner.
    private const int BytesPerPoint = 8;

    /// <summary>Writes the plots of a folder's reports beside them.</summary>
    internal static void Write(string folder, RunEnvironment environment)
    {
        foreach ((string name, string svg) in Of(ResultRow.Read(folder), environment))
        {
            File.WriteAllText(Path.Combine(folder, name), svg);
        }
    }

    /// <summary>Names and texts of the plots of some rows.</summary>
    internal static IEnumerable<(string Name, string Svg)> Of(IReadOnlyList<ResultRow> rows, RunEnvironment environment)
    {
        string machine = $"{environment.Cpu.Model}, {environment.Runtime}, {environment.Job} job";
        (string Name, Func<IReadOnlyList<ResultRow>, string> Draw, string Suite)[] plots =
        [
            ("search.svg", picked => Search(picked, machine, environment.Cpu.Caches ?? []), SuiteName<SearchBenchmarks>()),
            ("batch-size.svg", picked => BatchSize(picked, machine), SuiteName<BatchBenchmarks>()),
            ("key-length.svg", picked => KeyLength(picked, machine), SuiteName<KeyLengthBenchmarks>()),
            ("rivals.svg", picked => Rivals(picked, machine), SuiteName<RivalBenchmarks>()),
        ];
        foreach ((string name, Func<IReadOnlyList<ResultRow>, string> draw, string suite) in plots)
        {
            ResultRow[] picked = [.. rows.Where(row => row.Suite == suite && HasPlace(row))];
            if (picked.Length > 0)
            {
                yield return (name, draw(picked));
            }
        }

        ResultRow[] sizes = [.. rows.Where(row => row.Suite == SuiteName<BuildBenchmarks>() || row.Suite == SuiteName<ChangeBenchmarks>())];
        if (sizes.Length > 0)
        {
            yield return ("build-change.svg", BuildChange(sizes, machine));
        }
    }

    /// <summary>Mixtures of lengths are rows of a table, but no place on an axis.</summary>
    private static bool HasPlace(ResultRow row) =>
        row.Suite != SuiteName<KeyLengthBenchmarks>()
        || double.TryParse(row.Parameters[nameof(KeyLengthBenchmarks.Length)], CultureInfo.InvariantCulture, out _);

    private static string Search(IReadOnlyList<ResultRow> rows, string machine, IEnumerable<CpuCache> caches)
    {
        PlotLine[] lines = Lines(rows, row => row.Method, row => row.Number("Points"));
        return new LinePlot(
            "Finding the owner of a position, by number of points",
            machine,
            PlotAxis.Logarithmic("points; caches are marked where 8 bytes a point fill them", Xs(lines), PlotText.Count),
            PlotAxis.Logarithmic("time a search", Ys(lines), PlotText.Time),
            lines)
        {
            Marks =
            [
                .. from cache in caches
                   where cache.Kind != "instruction"
                   select new PlotMark((double)cache.Bytes / BytesPerPoint, $"L{cache.Level} {PlotText.Count(cache.Bytes)}B"),
            ],
        }.Svg();
    }

    private static string BatchSize(IReadOnlyList<ResultRow> rows, string machine)
    {
        PlotLine[] lines = Lines(rows, row => $"{row.Method}, {row.Parameters["Nodes"]} × 100", row => row.Number("BatchSize"));
        return new LinePlot(
            "A key in a batch, by batch size; 36-byte keys",
            machine,
            PlotAxis.LogarithmicAt("keys in a batch", Xs(lines), PlotText.Count),
            PlotAxis.Logarithmic("time a key", Ys(lines), PlotText.Time),
            lines).Svg();
    }

    private static string KeyLength(IReadOnlyList<ResultRow> rows, string machine)
    {
        PlotLine[] lines = Lines(rows, row => row.Method, row => row.Number("Length"));
        return new LinePlot(
            "A lookup by key length, alone and in batches of 1024; 100 × 100",
            machine,
            PlotAxis.LogarithmicAt("bytes of a key", Xs(lines).Where(length => length != 55), PlotText.Count),
            PlotAxis.Logarithmic("time a key", Ys(lines), PlotText.Time),
            lines).Svg();
    }

    private static string Rivals(IReadOnlyList<ResultRow> rows, string machine) => new BarPlot(
        "A lookup of a 36-byte string key among 100 nodes",
        machine,
        "ns a key, less is better",
        [
            .. from row in rows
               orderby row.Median
               select new PlotBar(row.Method, row.Median, row.Method.StartsWith(nameof(HashRing), StringComparison.Ordinal)),
        ]).Svg();

    private static string BuildChange(IReadOnlyList<ResultRow> rows, string machine)
    {
        string build = SuiteName<BuildBenchmarks>();
        PlotLine[] lines = Lines(
            rows.Where(row => row.Suite == build || row.Method != "rebuild"),
            row => row.Suite == build ? $"build {row.Method}" : row.Method,
            row => row.Number("Nodes") * row.Number("Replicas"));
        return new LinePlot(
            "Building a ring, and adding or removing one node",
            machine,
            PlotAxis.Logarithmic("points, nodes × replicas", Xs(lines), PlotText.Count),
            PlotAxis.Logarithmic("time", Ys(lines), PlotText.Time),
            lines).Svg();
    }

    /// <summary>A line a name; rings of the same size that differ in shape become one point, the middle one.</summary>
    private static PlotLine[] Lines(IEnumerable<ResultRow> rows, Func<ResultRow, string> name, Func<ResultRow, double> x) =>
    [
        .. from row in rows
           group row by name(row) into line
           select new PlotLine(
               line.Key,
               [
                   .. from row in line
                      group row.Median by x(row) into at
                      orderby at.Key
                      select new PlotPoint(at.Key, at.Order().ElementAt(at.Count() / 2)),
               ]),
    ];

    private static IEnumerable<double> Xs(IEnumerable<PlotLine> lines) => lines.SelectMany(line => line.Points).Select(point => point.X);

    private static IEnumerable<double> Ys(IEnumerable<PlotLine> lines) => lines.SelectMany(line => line.Points).Select(point => point.Y);

    private static string SuiteName<TSuite>() => Suite.All.First(suite => suite.Type == typeof(TSuite)).Name;
}

using System.Globalization;
using System.Text.Json;
using RingPerf.Analysis.Rivals;
using RingPerf.Analysis.Statistics;
using RingPerf.Analysis.Tests.Plots;

namespace RingPerf.Analysis.Tests.Commands;

public sealed class CompareCommandTests : IClassFixture<CompareCommandTests.SmallRun>
{
    private static readonly string[] Names =
    [
        "ring md5", "ring xxhash3", "jump", "rendezvous", "weighted-rendezvous", "maglev", "multi-probe", "anchor", "dx", "memento",
    ];

    // Algorithms that move the least whatever node goes; jump renumbers the nodes behind it, Maglev moves a few more.
    private static readonly string[] LeastDisruptive = [.. Names.Except(["jump", "maglev"])];

    private readonly SmallRun _run;

    public CompareCommandTests(SmallRun run) => _run = run;

    [Fact]
    public void Compare_Json_HasEveryAlgorithmAndMeasure()
    {
        JsonElement[] rows = Rows();

        Assert.Equal(Names, rows.Select(row => row.GetProperty("name").GetString()));
        Assert.All(rows, row =>
        {
            Assert.Equal(
                ["name", "peakToMean", "cv", "movedOnAdd", "movedOnRemove", "lookupNs", "buildMs", "bytes"],
                row.EnumerateObject().Take(8).Select(property => property.Name));
            Assert.InRange(row.GetProperty("peakToMean").GetDouble(), 1, 3);
            Assert.InRange(row.GetProperty("lookupNs").GetDouble(), 0.1, 1e6);
            Assert.InRange(row.GetProperty("buildMs").GetDouble(), 0, 1e5);
            Assert.All(row.GetProperty("bands").EnumerateObject(), band => Assert.True(
                band.Value.GetProperty("p05").GetDouble() <= band.Value.GetProperty("median").GetDouble() &&
                band.Value.GetProperty("median").GetDouble() <= band.Value.GetProperty("p95").GetDouble()));
            Assert.Equal(row.GetProperty("cv").GetDouble(), row.GetProperty("bands").GetProperty("cv").GetProperty("median").GetDouble());
        });
    }

    [Fact]
    public void Compare_Movement_IsWhatEachAlgorithmPromises()
    {
        foreach (JsonElement row in Rows())
        {
            string name = row.GetProperty("name").GetString()!;
            Assert.Equal(name == "maglev", Number(row, "strayOnAdd") > 0);
            Assert.Equal(!LeastDisruptive.Contains(name), Number(row, "strayOnRemove") > 0);
            Assert.Equal(!LeastDisruptive.Contains(name), Number(row, "strayOnResize") > 0);
            Assert.InRange(Number(row, "movedOnAdd") * 21, 0.5, 1.6);
            Assert.InRange(Number(row, "movedOnRemove") * 20, 0.5, name == "jump" ? 20 : 1.6);
        }
    }

    [Fact]
    public void Compare_EvenAlgorithms_HaveTheKeysNoiseOnly()
    {
        double noise = _run.Document.GetProperty("keyNoise").GetDouble();
        Assert.Equal(Math.Sqrt(19 / 20_000.0), noise, 1e-15);

        foreach (JsonElement row in Rows().Where(row => (string[])["jump", "rendezvous", "weighted-rendezvous", "maglev", "anchor", "dx", "memento"] is var even && even.Contains(row.GetProperty("name").GetString())))
        {
            Assert.InRange(Number(row, "cv") / noise, 0.6, 1.5);
        }
    }

    [Fact]
    public void Compare_Files_HoldTheSameNumbers()
    {
        List<string[]> rows = CsvParser.Parse(File.ReadAllText(_run.Folder.Of("out/compare.csv")));

        Assert.Equal(["algorithm", "nodes", "keys", "seeds", "metric", "p05", "median", "p95"], rows[0]);
        Assert.Equal(Names.Length * 13, rows.Count - 1);
        Assert.All(Rows(), row => Assert.Equal(
            row.GetProperty("cv").GetDouble(),
            double.Parse(rows.Single(fields => fields[0] == row.GetProperty("name").GetString() && fields[4] == "cv")[6], CultureInfo.InvariantCulture)));
        Assert.All((string[])["compare-balance", "compare-lookup", "compare-strays"], plot =>
        {
            PngRendererTests.AssertShowsChart(File.ReadAllBytes(_run.Folder.Of($"out/plots/{plot}.png")), plot, true);
            Assert.Contains(">multi-probe</text>", File.ReadAllText(_run.Folder.Of($"out/plots/{plot}.svg")), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Compare_Table_FitsEightyColumns()
    {
        ToolRun run = ToolRun.Of("compare", "--nodes", "3", "--keys", "500", "--seeds", "2", "--replicas", "5").Succeeded();

        Assert.All(run.Text.Split('\n'), line => Assert.True(TerminalColumns.Of(line) <= 80, line));
        Assert.All(Names, name => Assert.Contains(name, run.Text, StringComparison.Ordinal));
        Assert.Equal(["running …", "timing …"], run.ErrorLines);
    }

    // By hand, for the ring: its owners before and after, key by key.
    [Fact]
    public void Of_ARing_CountsWhatTheRingSays()
    {
        var options = new HashRingOptions { Replicas = 10 };
        (string _, Func<string[], Rival> build) = RivalSet.Of(options)[0];
        var uuids = new RingPerf.Analysis.Inputs.SeededUuids(4);
        string[] names = [.. Enumerable.Range(0, 7).Select(_ => uuids.Next().ToString())];
        var ring = new HashRing(names[..^1], options);
        HashRing grown = ring.Add(names[^1]);
        var keys = new RingPerf.Analysis.Inputs.SeededUuids(RingPerf.Analysis.Inputs.SplitMix64.Mix(4));
        int moved = Enumerable.Range(0, 1000).Select(_ => keys.Next().ToString()).Count(key => ring.GetNode(key) != grown.GetNode(key));

        var run = RivalRun.Of(build, 6, 1000, 4);

        Assert.Equal(moved / 1000.0, run.MovedOnAdd);
        Assert.NotEqual(0, moved);
        Assert.Equal((0, 0, 0), (run.StrayOnAdd, run.StrayOnRemove, run.StrayOnResize));
    }

    [Theory]
    [InlineData("--nodes", "0", "from 1")]
    [InlineData("--keys", "0", "from 1")]
    [InlineData("--seeds", "x", "\"x\"")]
    [InlineData("--replicas", "0", "from 1")]
    public void Compare_BadOption_IsNamed(string option, string value, string named) => ToolRun.Of("compare", option, value).AssertBadInput(option, named);

    private static double Number(JsonElement row, string name) => row.GetProperty(name).GetDouble();

    private JsonElement[] Rows() => [.. _run.Document.GetProperty("algorithms").EnumerateArray()];

    /// <summary>One run for all tests of its answer: 20 nodes, 20,000 keys, 3 seeds.</summary>
    public sealed class SmallRun : IDisposable
    {
        public SmallRun()
        {
            ToolRun run = ToolRun.Of(
                "compare", "--nodes", "20", "--keys", "20000", "--seeds", "3", "--format", "json", "--out", Folder.Of("out")).Succeeded();
            Assert.Equal(run.Output, File.ReadAllBytes(Folder.Of("out/compare.json")));
            using JsonDocument document = JsonDocument.Parse(run.Output);
            Document = document.RootElement.Clone();
        }

        internal TestFolder Folder { get; } = new();

        internal JsonElement Document { get; }

        public void Dispose() => Folder.Dispose();
    }
}

using System.Xml.Linq;
using RingPerf.Benchmarks.Machine;
using RingPerf.Benchmarks.Results;
using RingPerf.Benchmarks.Results.Plots;

namespace RingPerf.Benchmarks.Tests.Results.Plots;

public sealed class ResultPlotsTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly RunEnvironment Environment = new()
    {
        Utc = "",
        Seconds = 1,
        Command = "",
        Job = "quick",
        Suites = [],
        Benchmarks = 1,
        Failed = [],
        Library = new LibraryVersion("1", null),
        BenchmarkDotNet = "",
        Runtime = ".NET",
        RuntimeSettings = new Dictionary<string, string>(),
        Os = "",
        Architecture = "",
        Cpu = new CpuDescription
        {
            Model = "A & <B>",
            Slug = "a-b",
            Caches = [new(1, "data", 32_768), new(1, "instruction", 65_536), new(2, "unified", 1 << 20), new(3, "unified", 1L << 40)],
        },
    };

    [Fact]
    public void Of_Search_HasALineASearchAndMarksOfDataCaches()
    {
        XDocument plot = Single("search.svg", from search in new[] { "line", "binary" }
                                              from points in new[] { 100, 10_000, 1_000_000 }
                                              select Row("Search", search, points / 10.0, ("Points", points)));

        Assert.Equal(6, Elements(plot, "circle").Length);
        Assert.Equal(4, Elements(plot, "path").Count(path => Class(path) == "l"));
        Assert.Equal(["L1 32 KiB", "L2 1 MiB"], Texts(plot).Where(text => text.StartsWith('L')));
        Assert.Contains("A & <B>, .NET, quick job", Texts(plot));
    }

    [Fact]
    public void Of_KeyLength_LeavesMixturesOut()
    {
        XDocument plot = Single("key-length.svg", from length in new[] { "8", "200", "0-200", "unicode" }
                                                  select Row("KeyLength", "md5/utf8", 80, ("Length", length)));

        Assert.Equal(2, Elements(plot, "circle").Length);
    }

    [Fact]
    public void Of_BatchSize_HasALineARing()
    {
        XDocument plot = Single("batch-size.svg", from nodes in new[] { 100, 1000 }
                                                  from size in new[] { 1, 1024 }
                                                  select Row("Batch", "md5/utf8", 10, ("Nodes", nodes), ("BatchSize", size)));

        Assert.Equal(4, Elements(plot, "circle").Length);
        Assert.Contains("md5/utf8, 1000 × 100", Texts(plot));
        Assert.Contains("1 Ki", Texts(plot));
    }

    [Fact]
    public void Of_Rivals_HasBarsFromTheFastest()
    {
        XDocument plot = Single("rivals.svg", [Row("Rival", "naive-port", 600), Row("Rival", "HashRing md5", 80), Row("Rival", "jump", 30)]);

        Assert.Equal(["r", "o", "r"], Elements(plot, "rect").Skip(1).Select(Class));
        Assert.Equal(["30 ns", "80 ns", "600 ns"], Texts(plot).Where(text => text.EndsWith(" ns", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_BuildAndChange_JoinsShapesOfOneSize()
    {
        XDocument plot = Single("build-change.svg", [
            Row("Build", "HashRing", 3e5, ("Nodes", 100), ("Replicas", 10)),
            Row("Build", "HashRing", 1e5, ("Nodes", 10), ("Replicas", 100)),
            Row("Build", "HashRing", 2e5, ("Nodes", 1), ("Replicas", 1000)),
            Row("Change", "Add", 1e4, ("Nodes", 100), ("Replicas", 100)),
            Row("Change", "rebuild", 1e6, ("Nodes", 100), ("Replicas", 100))]);

        Assert.Equal(["build HashRing, 1 k: 200 µs", "Add, 10 k: 10 µs"], Elements(plot, "circle").Select(circle => circle.Value));
    }

    [Fact]
    public void Of_NoRows_HasNoPlots() => Assert.Empty(ResultPlots.Of([], Environment));

    [Fact]
    public void Write_Folder_ReadsReportsAndSkipsWhatFailed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("RivalBenchmarks-report-full.json", """
            {"Benchmarks":[
             {"Type":"RivalBenchmarks","MethodTitle":"'HashRing md5'","Parameters":"","Statistics":{"Median":80.5}},
             {"Type":"RivalBenchmarks","MethodTitle":"jump","Parameters":"","Statistics":null},
             {"Type":"RivalBenchmarks","MethodTitle":"maglev","Parameters":"","Statistics":{"Median":0}}]}
            """u8);

        ResultPlots.Write(folder.Path, Environment);

        Assert.Equal(["rivals.svg"], Directory.EnumerateFiles(folder.Path, "*.svg").Select(Path.GetFileName));
        Assert.Contains("HashRing md5", Texts(XDocument.Load(folder.In("rivals.svg"))));
    }

    [Theory]
    [InlineData(1, "1")]
    [InlineData(1000, "1 k")]
    [InlineData(1024, "1 Ki")]
    [InlineData(1 << 20, "1 Mi")]
    [InlineData(10_000_000, "10 M")]
    public void Count_Number_IsShort(double value, string text) => Assert.Equal(text, PlotText.Count(value));

    private static XDocument Single(string name, IEnumerable<ResultRow> rows)
    {
        (string plot, string svg) = Assert.Single(ResultPlots.Of([.. rows], Environment));
        Assert.Equal(name, plot);
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        return XDocument.Parse(svg);
    }

    private static ResultRow Row(string suite, string method, double median, params (string Name, object Value)[] parameters) =>
        new(suite, method, parameters.ToDictionary(parameter => parameter.Name, parameter => $"{parameter.Value}"), median);

    private static XElement[] Elements(XDocument plot, string name) => [.. plot.Descendants(Svg + name)];

    private static string? Class(XElement element) => element.Attribute("class")?.Value;

    private static IEnumerable<string> Texts(XDocument plot) => Elements(plot, "text").Select(text => text.Value);
}

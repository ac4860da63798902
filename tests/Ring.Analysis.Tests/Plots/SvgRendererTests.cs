using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Reports;

namespace RingPerf.Analysis.Tests.Plots;

public sealed partial class SvgRendererTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly ConcurrentDictionary<(string Nodes, int Replicas, int Keys), Lazy<ReportData>> Computed = new();

    public static TheoryData<string, int, int> Reports => new()
    {
        { "single", 100, 20_000 },
        { "single", 1, 0 },
        { "ten", 100, 20_000 },
        { "ten", 1, 5 },
        { "forty-one", 100, 20_000 },
        { "three-hundred", 100, 20_000 },
        { "weird", 100, 20_000 },
        { "weird", 1, 0 },
        { "nothing-owned", 3, 100 },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public void Document_EveryChart_IsWellFormedAndTold(string nodes, int replicas, int keys)
    {
        foreach (Chart chart in Data(nodes, replicas, keys).Charts)
        {
            XElement root = Parse(SvgRenderer.Document(chart));

            Assert.Equal(Svg + "svg", root.Name);
            Assert.Equal("img", root.Attribute("role")?.Value);
            string[] told = root.Attribute("aria-labelledby")!.Value.Split(' ');
            Assert.Equal([told[0]], root.Elements(Svg + "title").Select(title => title.Attribute("id")?.Value));
            Assert.Equal([told[1]], root.Elements(Svg + "desc").Select(desc => desc.Attribute("id")?.Value));
            Assert.Equal(chart.Title, root.Element(Svg + "title")!.Value);
            Assert.Equal(chart.Description, root.Element(Svg + "desc")!.Value);
            Assert.Contains(Texts(root), text => text == chart.Title);
            Assert.DoesNotContain("NaN", root.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", root.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Document_SectorsBetweenAxes_AreRefused()
    {
        Chart chart = SectorsBetweenAxes();

        Assert.Contains(nameof(SectorMark), Assert.Throws<ArgumentException>(() => SvgRenderer.Document(chart)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Document_ChartsWithAxes_ShowLabelsAndTicks(string nodes, int replicas, int keys)
    {
        foreach (Chart chart in Data(nodes, replicas, keys).Charts.Where(chart => chart.X is not null))
        {
            string[] texts = Texts(Parse(SvgRenderer.Document(chart)));

            Assert.Contains(PrintableText.Of(chart.X!.Label), texts);
            Assert.Contains(chart.Y!.Label, texts);
            Assert.True(chart.X.Ticks.Count > 0 && chart.Y.Ticks.Count > 1);
            Assert.All(chart.X.Ticks.Concat(chart.Y.Ticks), tick => Assert.Contains(tick.Text, texts));
            Assert.All(chart.Legend, mark => Assert.Contains(mark.Label, texts));
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Document_EveryMark_LiesInsideThePicture(string nodes, int replicas, int keys)
    {
        foreach (Chart chart in Data(nodes, replicas, keys).Charts)
        {
            XElement root = Parse(SvgRenderer.Document(chart));

            Assert.Equal($"0 0 {Chart.Width} {chart.Height}", root.Attribute("viewBox")!.Value);
            foreach (XElement rectangle in root.Elements(Svg + "rect").Where(rectangle => rectangle.Attribute("class")?.Value != "p"))
            {
                double x = Number(rectangle, "x");
                double y = Number(rectangle, "y");
                Assert.InRange(x, 0, Chart.Width);
                Assert.InRange(y, 0, chart.Height);
                Assert.InRange(x + Number(rectangle, "width"), x, Chart.Width);
                Assert.InRange(y + Number(rectangle, "height"), y, chart.Height);
            }

            Assert.All(root.Elements(Svg + "circle"), circle =>
            {
                Assert.InRange(Number(circle, "cx"), 0, Chart.Width);
                Assert.InRange(Number(circle, "cy"), 0, chart.Height);
            });
            Assert.All(root.Elements(Svg + "path"), path => Assert.All(
                Coordinates().Matches(path.Attribute("d")!.Value), match =>
                {
                    Assert.InRange(double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), 0, Chart.Width);
                    Assert.InRange(double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), 0, chart.Height);
                }));
            if (chart.X is not null)
            {
                XElement frame = root.Elements(Svg + "rect").Single(rectangle => rectangle.Attribute("class")?.Value == "f");
                Assert.True(Number(frame, "height") >= 150, $"{chart.Name}: the plot is {Number(frame, "height")} high");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Document_Texts_LieInsideThePicture(string nodes, int replicas, int keys)
    {
        foreach (Chart chart in Data(nodes, replicas, keys).Charts)
        {
            foreach (XElement text in Parse(SvgRenderer.Document(chart)).Elements(Svg + "text").Where(text => text.Attribute("transform") is null))
            {
                double width = PrintableText.WidthOf(text.Value) * (text.Attribute("class")?.Value == "t" ? 9 : 7.3);
                double start = Number(text, "x") - (text.Attribute("text-anchor")?.Value switch { "middle" => width / 2, "end" => width, _ => 0 });
                Assert.InRange(start, -1, Chart.Width);
                Assert.InRange(start + width, 0, Chart.Width + 10);
                Assert.InRange(Number(text, "y"), 0, chart.Height);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Document_Ownership_HasABarAndADotForEachNode(string nodes, int replicas, int keys)
    {
        ReportData data = Data(nodes, replicas, keys);
        XElement root = Parse(SvgRenderer.Document(data.Charts.Single(chart => chart.Name == "ownership")));

        XElement[] bars = [.. root.Elements(Svg + "rect").Where(bar => bar.Element(Svg + "title") is not null)];
        XElement[] dots = [.. root.Elements(Svg + "circle").Where(dot => dot.Element(Svg + "title") is not null)];
        Assert.Equal(data.Ring.Nodes.Count, bars.Length);
        Assert.Equal(keys > 0 ? data.Ring.Nodes.Count : 0, dots.Length);
        // Heights go as the shares, in the order of the shares.
        double[] shares = [.. data.Balance.Nodes.Select(node => node.Share).OrderDescending()];
        double[] heights = [.. bars.Select(bar => Number(bar, "height"))];
        Assert.All(shares.Zip(heights), pair => Assert.Equal(heights[0] * pair.First / shares[0], pair.Second, 0.02));
        Assert.Equal(
            data.Balance.Nodes.Select(node => PrintableText.Of(node.Node)).Order(StringComparer.Ordinal),
            bars.Select(bar => bar.Element(Svg + "title")!.Value.Split(": ")[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Document_Ring_HasASectorForEachRunOfArcs(string nodes, int replicas, int keys)
    {
        HashRing ring = Data(nodes, replicas, keys).Ring;
        Chart chart = RingPlot.Of(ring);
        XElement root = Parse(SvgRenderer.Document(chart));

        XElement[] paths = [.. root.Elements(Svg + "path")];
        Assert.Equal(ring.GetShares().Count(share => share > 0), paths.Length);
        Assert.All(paths, path => Assert.NotEqual("", path.Element(Svg + "title")!.Value));
        int[] owners = ring.Owners.ToArray();
        if (ring.PointCount <= 20_000)
        {
            int runs = 1 + owners.Zip(owners.Skip(1)).Count(pair => pair.First != pair.Second);
            int whole = owners.Distinct().Count() == 1 ? 2 : runs;
            Assert.Equal(whole, paths.Sum(path => path.Attribute("d")!.Value.Count(c => c == 'M')));
        }

        foreach (SectorMark mark in chart.Marks.Cast<SectorMark>())
        {
            int node = Enumerable.Range(0, ring.Nodes.Count).Single(i => ring.Nodes[i] == mark.Hover);
            Assert.Equal(ring.GetShares()[node], mark.Sectors.Sum(sector => sector.Turn), ring.PointCount <= 20_000 ? 1e-12 : 2e-3);
        }
    }

    [Fact]
    public void Document_ArcLengths_HasABarForEachBin()
    {
        ReportData data = Data("ten", 100, 0);
        XElement root = Parse(SvgRenderer.Document(data.Charts.Single(chart => chart.Name == "arc-lengths")));

        Assert.Equal(data.Arcs.Bins.Count, root.Elements(Svg + "rect").Count(bar => bar.Element(Svg + "title") is not null));
    }

    [Fact]
    public void Document_Sweep_ShowsEveryReplicaCountAndThisRing()
    {
        ReportData data = Data("ten", 100, 0);
        XElement root = Parse(SvgRenderer.Document(data.Charts.Single(chart => chart.Name == "replicas")));

        string[] texts = Texts(root);
        Assert.All(data.Sweep.Cells, cell => Assert.Contains(cell.Replicas.ToString(CultureInfo.InvariantCulture), texts));
        XElement[] dots = [.. root.Elements(Svg + "circle").Where(circle => circle.Element(Svg + "title") is not null)];
        Assert.StartsWith("this ring: 100 replicas, 1.", dots[^1].Value, StringComparison.Ordinal);
        // The line's values show under a pointer.
        Assert.Equal(
            data.Sweep.Cells.Select(cell => string.Create(CultureInfo.InvariantCulture, $"10 × {cell.Replicas:N0}: greatest share {cell.PeakToMean.Median:0.000} ")),
            dots[..^1].Select(dot => dot.Value[..(dot.Value.IndexOf("times", StringComparison.Ordinal))]));
        // The median's line has a point a cell.
        Assert.Contains(root.Elements(Svg + "path"), path => Coordinates().Count(path.Attribute("d")!.Value) == data.Sweep.Cells.Count
            && path.Attribute("fill")?.Value == "none");
    }

    [Theory]
    [InlineData("<&>\"'", "&lt;&amp;&gt;&quot;&#39;")]
    [InlineData("\u0001\ufffe\r", "\\u0001\\ufffe\\u000d")]
    public void Escape_Text_IsSafeInXml(string text, string escaped)
    {
        Assert.Equal(escaped, SvgRenderer.Escape(text));
        Parse($"<svg a=\"{SvgRenderer.Escape(text)}\">{SvgRenderer.Escape(text)}</svg>");
    }

    [Fact]
    public void Escape_LoneSurrogate_IsReplaced() => Assert.Equal("\ufffdx", SvgRenderer.Escape("\ud800x"));

    /// <summary>A report by name, computed once.</summary>
    internal static ReportData Data(string nodes, int replicas, int keys) =>
        Computed.GetOrAdd((nodes, replicas, keys), report => new Lazy<ReportData>(() => Compute(report.Nodes, report.Replicas, report.Keys))).Value;

    /// <summary>A chart that no renderer can draw.</summary>
    internal static Chart SectorsBetweenAxes() => new(
        "wrong", "Wrong", "Sectors between axes.", Axis.Linear("x", 0, 1), Axis.Linear("y", 0, 1), [new SectorMark(Color.Neutral, null, [], "")]);

    private static ReportData Compute(string nodes, int replicas, int keys) => nodes switch
    {
        "single" => SampleReport.Of(SampleReport.Single, replicas, keys),
        "ten" => SampleReport.Of(SampleReport.Ten, replicas, keys),
        "forty-one" => SampleReport.Of(SampleReport.FortyOne, replicas, keys),
        "three-hundred" => SampleReport.Of(SampleReport.ThreeHundred, replicas, keys),
        "weird" => SampleReport.Of(WeirdNames.All, replicas, keys),
        // CRC-32 gives the first two one value.
        "nothing-owned" => SampleReport.Of(["plumless", "buckeroo", "third"], replicas, keys, HashFunction.Crc32),
        _ => throw new ArgumentException(nodes, nameof(nodes)),
    };

    private static XElement Parse(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(reader).Root!;
    }

    private static string[] Texts(XElement root) => [.. root.Elements(Svg + "text").Select(text => text.Value)];

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("[ML](-?[0-9.]+) (-?[0-9.]+)")]
    private static partial Regex Coordinates();
}

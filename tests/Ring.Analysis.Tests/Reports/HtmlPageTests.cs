using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Reports;
using RingPerf.Analysis.Reports.Page;
using RingPerf.Analysis.Statistics;
using RingPerf.Analysis.Tests.Plots;

namespace RingPerf.Analysis.Tests.Reports;

public sealed partial class HtmlPageTests
{
    [Theory]
    [MemberData(nameof(SvgRendererTests.Reports), MemberType = typeof(SvgRendererTests))]
    public void Of_AnyReport_NeedsNothingFromElsewhere(string nodes, int replicas, int keys)
    {
        ReportData data = SvgRendererTests.Data(nodes, replicas, keys);
        string[] scripts = data.Ring.Options.Hash == HashFunction.Md5 ? ["<script type=\"application/json\" id=\"ring-data\">", "<script>", "<script>"] : ["<script>"];

        string page = HtmlPage.Of(data, hasPng: true);

        Assert.DoesNotMatch("https?://", page.Replace("xmlns=\"http://www.w3.org/2000/svg\"", "", StringComparison.Ordinal));
        Assert.DoesNotMatch("(?i)<iframe|<object|<embed|<base|@import|url\\(|\\ssrc=|\\son[a-z]+=[\"']?[a-z]+\\(", page);
        Assert.Equal(scripts, Regex.Matches(page, "(?i)<script[^>]*>").Select(match => match.Value));
        Assert.Equal(scripts.Length, Regex.Count(page, "(?i)</script"));
        Assert.Contains("content=\"default-src 'none'; ", page, StringComparison.Ordinal);
        Assert.Equal(scripts.Length > 1 ? 6 : 5, Regex.Count(page, "<svg "));
        Assert.Equal(
            Regex.Count(page, "\\sid=\"[^\"]*\""), Regex.Matches(page, "\\sid=\"[^\"]*\"").Select(match => match.Value).Distinct().Count());
        Assert.DoesNotContain(page, c => char.IsControl(c) && c != '\n');
    }

    [Theory]
    [MemberData(nameof(SvgRendererTests.Reports), MemberType = typeof(SvgRendererTests))]
    public void Of_AnyReport_ShowsTheSharesOfTheBalance(string nodes, int replicas, int keys)
    {
        ReportData data = SvgRendererTests.Data(nodes, replicas, keys);

        string page = HtmlPage.Of(data, hasPng: true);

        Match[] rows = NodeRow().Matches(page).ToArray();
        Assert.Equal(data.Balance.Nodes.Count, rows.Length);
        foreach ((NodeBalance node, Match row) in data.Balance.Nodes.Zip(rows))
        {
            Assert.Equal(PrintableText.Of(node.Node), WebUtility.HtmlDecode(row.Groups[1].Value));
            Assert.Equal(node.Points, int.Parse(row.Groups[2].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
            Assert.Equal(node.Share, double.Parse(row.Groups[3].Value, CultureInfo.InvariantCulture) / 100, 5.01e-6);
            Assert.Equal(node.Keys, int.Parse(row.Groups[5].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Of_MarkupInNames_StaysText()
    {
        string page = HtmlPage.Of(SvgRendererTests.Data("weird", 100, 100), hasPng: true);

        Assert.DoesNotContain("<b>bold", page, StringComparison.Ordinal);
        Assert.DoesNotContain("onload=\"", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;bold&lt;/b&gt;&amp;amp;", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Ring of 1 node × 1 replica<")]
    [InlineData(2000, "Ring of 1 node × 2,000 replicas<")]
    public void Of_Numbers_HaveTheirNouns(int replicas, string title) =>
        Assert.Contains(
            title, WebUtility.HtmlDecode(HtmlPage.Of(SampleReport.Of(SampleReport.Single, replicas, 0), hasPng: false)), StringComparison.Ordinal);

    [Fact]
    public void Of_WithoutPng_LinksToNone()
    {
        ReportData data = SvgRendererTests.Data("ten", 10, 10);

        Assert.Equal(5, Regex.Count(HtmlPage.Of(data, hasPng: true), "\\.png\""));
        Assert.DoesNotContain(".png", HtmlPage.Of(data, hasPng: false), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Benchmarks_SaysWhenTheirRunStarted() => Assert.Contains(
        "This &lt;CPU&gt;, .NET 10.0, run started 2026-01-02T03:04:05Z", HtmlPage.Of(SampleReport.Whole(), hasPng: false), StringComparison.Ordinal);

    [Fact]
    public void Of_MoreCollisionsThanRows_SaysWhereTheOthersAre()
    {
        ReportData data = SampleReport.Of(["plumless", "buckeroo"], 2500, 10, HashFunction.Crc32);

        string page = HtmlPage.Of(data, hasPng: false);

        Assert.Equal(2500, data.Collisions.Pairs.Count);
        Assert.Contains("2,500 labels lost the position", page, StringComparison.Ordinal);
        Assert.Contains("The first 2,000 of 2,500; the others are in <a href=\"collisions.csv\">", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("<tr><td>([^<]*)</td><td>([0-9,]+)</td><td>([0-9.]+) %</td><td>([0-9.]+)</td><td>([0-9,]+)</td></tr>")]
    private static partial Regex NodeRow();
}

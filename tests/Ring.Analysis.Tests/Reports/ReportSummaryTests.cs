using System.Globalization;
using RingPerf.Analysis.Reports;
using RingPerf.Analysis.Reports.Page;
using RingPerf.Analysis.Statistics;
using RingPerf.Analysis.Tests.Plots;

namespace RingPerf.Analysis.Tests.Reports;

public sealed class ReportSummaryTests
{
    [Theory]
    [MemberData(nameof(SvgRendererTests.Reports), MemberType = typeof(SvgRendererTests))]
    public void Sentences_AnyReport_AreThreePrintableOnes(string nodes, int replicas, int keys)
    {
        string[] sentences = ReportSummary.Sentences(SvgRendererTests.Data(nodes, replicas, keys));

        Assert.Equal(3, sentences.Length);
        Assert.All(sentences, sentence =>
        {
            Assert.InRange(sentence.Length, 15, 400);
            Assert.EndsWith(".", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain(sentence, char.IsControl);
        });
    }

    [Fact]
    public void Sentences_EqualWeights_SpeakOfTheMean()
    {
        ReportData data = SampleReport.Of(SampleReport.Ten);
        double[] ratios = [.. data.Ring.GetShares().Select(share => share * 10)];

        string[] sentences = ReportSummary.Sentences(data);

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $" of the circle, {ratios.Max():0.000} times the mean; "), sentences[0], StringComparison.Ordinal);
        Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $", {ratios.Min():0.000} times the mean."), sentences[0], StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $" gets {data.Balance.KeySummary.PeakToMean:0.000} times the mean; "), sentences[1], StringComparison.Ordinal);
        Assert.StartsWith("Rings with as many nodes and replicas have a median peak-to-mean of 1.", sentences[2], StringComparison.Ordinal);
        Assert.DoesNotContain("fair share", HtmlPage.Of(data, hasPng: false), StringComparison.Ordinal);
    }

    // Points are 300, 100 and 200 of 600, so a node's fair share is its weight's sixth part.
    [Fact]
    public void Sentences_Weights_SpeakOfTheFairShare()
    {
        var ring = new HashRing([new RingNode("a", 3), new RingNode("b"), new RingNode("c", 2)]);
        Assert.Equal(600, ring.PointCount);
        ReportData data = SampleReport.Of(ring, 6000);
        (string Node, double Share, double Ratio)[] byRatio =
            [.. ring.Nodes.Zip(ring.GetShares(), ring.Weights.ToArray()).Select(node => (node.First, node.Second, node.Second * 6 / node.Third)).OrderBy(node => node.Item3)];
        double keys = data.Balance.Nodes.Zip(ring.Weights.ToArray()).Max(node => node.First.Keys / 1000.0 / node.Second);

        string[] sentences = ReportSummary.Sentences(data);
        string page = HtmlPage.Of(data, hasPng: false);

        Assert.Equal(
            string.Create(
                CultureInfo.InvariantCulture,
                $"For its weight the busiest node is {byRatio[2].Node}, which owns {byRatio[2].Share:P2} of the circle, {byRatio[2].Ratio:0.000} times its fair share; the idlest is {byRatio[0].Node}, which owns {byRatio[0].Share:P2}, {byRatio[0].Ratio:0.000} times its fair share."),
            sentences[0]);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"the busiest node for its weight gets {keys:0.000} times its fair share; "), sentences[1], StringComparison.Ordinal);
        Assert.StartsWith("Rings with as many replicas and nodes of equal weight have a median peak-to-mean of 1.", sentences[2], StringComparison.Ordinal);
        Assert.Contains(
            string.Create(
                CultureInfo.InvariantCulture,
                $"<li><b>{byRatio[2].Ratio:0.0000}</b>greatest share over the fair one</li>\n<li><b>{byRatio[0].Ratio:0.0000}</b>least share over the fair one</li>"),
            page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\">of fair share</th>", page, StringComparison.Ordinal);
        Assert.All(byRatio, node => Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"<td>{node.Share:P3}</td><td>{node.Ratio:0.000}</td>"), page, StringComparison.Ordinal));
        Assert.DoesNotContain("to-mean share", page[..page.IndexOf("<h2", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    // Under CRC-32 "buckeroo", which comes last, takes every point of "plumless".
    [Fact]
    public void Sentences_WeightedNodeWithoutPoints_IsTheIdlest()
    {
        var ring = new HashRing(
            [new RingNode("plumless"), new RingNode("buckeroo", 2)], new HashRingOptions { Hash = HashFunction.Crc32, Replicas = 10 });

        string sentence = ReportSummary.Sentences(SampleReport.Of(ring))[0];

        Assert.EndsWith("the idlest is plumless, which owns 0.00 %, 0.000 times its fair share.", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_RingAboveTheSweep_SaysHowFarItWent()
    {
        ReportData data = SampleReport.Of(SampleReport.Ten, 500, 10);

        string sentence = ReportSummary.Sentences(data)[2];

        Assert.StartsWith("Rings of so many nodes were drawn up to 100 replicas only, where the median peak-to-mean is 1.", sentence, StringComparison.Ordinal);
        var weighted = new HashRing([new RingNode("a", 3), new RingNode("b")], new HashRingOptions { Replicas = 500 });
        Assert.StartsWith(
            "Rings of so many nodes of equal weight were drawn up to 100 replicas only, ", ReportSummary.Sentences(SampleReport.Of(weighted))[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "No keys were given.")]
    [InlineData(5, "which says little about so few keys")]
    [InlineData(20_000, "so they follow the shares as random keys do")]
    public void Sentences_Keys_AreJudgedWhereThereAreEnough(int keys, string verdict) =>
        Assert.Contains(verdict, ReportSummary.Sentences(SvgRendererTests.Data("ten", 100, keys))[1], StringComparison.Ordinal);

    [Fact]
    public void Sentences_KeysThatCluster_AreSaidNotToFollow()
    {
        ReportData data = SvgRendererTests.Data("ten", 100, 20_000);
        long[] counts = [.. data.Balance.Nodes.Select(node => node.Keys)];
        counts[0] += 2000;

        string sentence = ReportSummary.Sentences(data with { Balance = BalanceAnalysis.Of(data.Ring, new KeyCounts(counts, null)) })[1];

        Assert.Contains("(p < 0.001), so they do not follow the shares as independent keys would", sentence, StringComparison.Ordinal);
    }
}

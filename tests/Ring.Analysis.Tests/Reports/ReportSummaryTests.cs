using RingPerf.Analysis.Reports;
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
    public void Sentences_RingAboveTheSweep_SaysHowFarItWent()
    {
        ReportData data = SampleReport.Of(SampleReport.Ten, 500, 10);

        string sentence = ReportSummary.Sentences(data)[2];

        Assert.StartsWith("Rings of so many nodes were drawn up to 100 replicas only, where the median peak-to-mean is 1.", sentence, StringComparison.Ordinal);
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

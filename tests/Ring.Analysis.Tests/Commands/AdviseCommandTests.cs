using System.Text.Json;

namespace RingPerf.Analysis.Tests.Commands;

public sealed class AdviseCommandTests : IDisposable
{
    private static readonly string[] Quick = ["advise", "--nodes", "5", "--target", "1.4", "--confidence", "0.9", "--seeds", "100"];

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Advise_Json_HasTheAnswerAndItsCost()
    {
        JsonElement advice = Json(Quick);

        Assert.Equal((5, 1.4, 0.9), (advice.GetProperty("nodes").GetInt32(), advice.GetProperty("target").GetDouble(), advice.GetProperty("confidence").GetDouble()));
        int replicas = advice.GetProperty("replicas").GetInt32();
        Assert.InRange(replicas, advice.GetProperty("replicasLow").GetInt32(), advice.GetProperty("replicasHigh").GetInt32());
        Assert.Equal(["p05", "median", "p95"], advice.GetProperty("achieved").EnumerateObject().Select(property => property.Name));
        var uuids = new RingPerf.Analysis.Inputs.SeededUuids(1);
        Assert.Equal(
            new HashRing([.. Enumerable.Range(0, 5).Select(_ => uuids.Next().ToString())], replicas).MemoryBytes, advice.GetProperty("bytes").GetInt64());
        Assert.InRange(advice.GetProperty("buildMs").GetProperty("median").GetDouble(), 1e-4, 1000);
        Assert.InRange(advice.GetProperty("lookupNs").GetProperty("median").GetDouble(), 1, 100_000);
        Assert.InRange(advice.GetProperty("within").GetProperty("high").GetDouble(), 0.9, 1);
    }

    [Fact]
    public void Advise_Achieved_IsTheSweepOfTheSameRings()
    {
        JsonElement advice = Json(Quick);
        using JsonDocument sweep = JsonDocument.Parse(ToolRun.Of(
            "sweep", "--nodes", "5", "--replicas", $"{advice.GetProperty("replicas")}", "--seeds", "100", "--format", "json").Output);

        Assert.Equal(sweep.RootElement.GetProperty("cells")[0].GetProperty("peakToMean").GetRawText(), advice.GetProperty("achieved").GetRawText().Replace("\n  ", "\n      ", StringComparison.Ordinal));
    }

    // Labels of one name differ in their last digits only, which CRC-32 turns into the same few differences for every node.
    [Fact]
    public void Advise_HashWorseThanTheLaw_SaysSo()
    {
        ToolRun run = ToolRun.Of("advise", "--nodes", "10", "--target", "1.3", "--seeds", "50", "--hash", "crc32");

        Assert.Equal((1, ""), (run.Code, run.Text));
        Assert.Matches("^ringperf: random points keep a peak-to-mean of 1.3 with [0-9]+ replicas, but crc32 does not with [0-9]+; take another --hash$", run.ErrorLines[^1]);
    }

    [Fact]
    public void Advise_Out_WritesBothForms()
    {
        ToolRun run = ToolRun.Of([.. Quick, "--format", "csv", "--out", _folder.Of("out")]).Succeeded();

        Assert.Equal(["advise.csv", "advise.json", "ringperf.json"], Directory.GetFiles(_folder.Of("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(run.Output, File.ReadAllBytes(_folder.Of("out/advise.csv")));
        List<string[]> rows = CsvParser.Parse(run.Text);
        Assert.Equal(rows[0].Length, Assert.Single(rows.Skip(1)).Length);
        Assert.Equal(["searching …", "drawing rings …", "measuring …"], run.ErrorLines);
    }

    [Fact]
    public void Advise_Table_FitsEightyColumns()
    {
        ToolRun run = ToolRun.Of(Quick).Succeeded();

        Assert.All(run.Text.Split('\n'), line => Assert.True(TerminalColumns.Of(line) <= 80, line));
        Assert.Matches("^[0-9]+ replicas a node \\([0-9]+ to [0-9]+ at 95 %\\)\nkeep peak-to-mean at 1.4 or less on 5 nodes with confidence 90.0 %.\n", run.Text);
    }

    [Fact]
    public void Advise_BoundOutOfReach_IsAFailedRun()
    {
        ToolRun run = ToolRun.Of("advise", "--nodes", "3", "--target", "1.00001");

        Assert.Equal((1, ""), (run.Code, run.Text));
        Assert.Contains("--target", run.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--target", "1", "above 1")]
    [InlineData("--target", "-2", "\"-2\"")]
    [InlineData("--target", "NaN", "\"NaN\"")]
    [InlineData("--confidence", "1", "below 1")]
    [InlineData("--confidence", "0", "above 0")]
    [InlineData("--confidence", "95%", "\"95%\"")]
    [InlineData("--nodes", "0", "from 1")]
    [InlineData("--nodes", "1000001", "at most 1000000")]
    [InlineData("--seeds", "19", "from 20")]
    public void Advise_BadOption_IsNamed(string option, string value, string named) => ToolRun.Of("advise", option, value).AssertBadInput(option, named);

    private static JsonElement Json(params string[] args)
    {
        using JsonDocument document = JsonDocument.Parse(ToolRun.Of([.. args, "--format", "json"]).Succeeded().Output);
        return document.RootElement.Clone();
    }
}

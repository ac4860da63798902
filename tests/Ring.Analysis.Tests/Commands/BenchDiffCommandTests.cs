using System.Text.Json;

namespace RingPerf.Analysis.Tests.Commands;

public sealed class BenchDiffCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // The interval by hand: relative errors of 1 and 10/11 percent, 17.84 degrees of freedom, of which Student's 97.5th percentile is 2.10228.
    [Fact]
    public void BenchDiff_Json_HasRatiosWithTheirIntervals()
    {
        string before = Results("before", ("Hash", "md5", "Length=36", 100, 100, 1, 10), ("Hash", "gone", "", 5, 5, 0.1, 10), ("Batch", "once", "", 8, 8, 0, 1));
        string after = Results("after", ("Hash", "md5", "Length=36", 110, 112, 1, 10), ("Hash", "new", "", 6, 6, 0.1, 10), ("Batch", "once", "", 4, 4, 0, 1));

        ToolRun run = ToolRun.Of("bench-diff", before, after, "--format", "json");

        Assert.Equal((1, ""), (run.Code, run.Error));
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement comparison = document.RootElement;
        Assert.Equal((1.1, 1), (comparison.GetProperty("threshold").GetDouble(), comparison.GetProperty("slower").GetInt32()));
        Assert.Equal(["Hash gone"], comparison.GetProperty("onlyBefore").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(["Hash new"], comparison.GetProperty("onlyAfter").EnumerateArray().Select(name => name.GetString()));
        JsonElement[] rows = [.. comparison.GetProperty("rows").EnumerateArray()];
        Assert.Equal(["Batch once", "Hash md5 Length=36"], rows.Select(row => row.GetProperty("name").GetString()));
        Assert.Equal((100.0, 112.0), (rows[1].GetProperty("before").GetDouble(), rows[1].GetProperty("after").GetDouble()));
        Assert.Equal(1.12, rows[1].GetProperty("ratio").GetDouble(), 1e-12);
        Assert.Equal(1.0691871153315, rows[1].GetProperty("low").GetDouble(), 1e-9);
        Assert.Equal(1.1317008806497, rows[1].GetProperty("high").GetDouble(), 1e-9);
        Assert.True(rows[1].GetProperty("isSlower").GetBoolean());
        Assert.Equal(0.5, rows[0].GetProperty("ratio").GetDouble());
        Assert.Equal(JsonValueKind.Null, rows[0].GetProperty("low").ValueKind);
        Assert.False(rows[0].GetProperty("isSlower").GetBoolean());
    }

    [Theory]
    [InlineData(0, 0.01, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(0.02, 0, 1)]
    [InlineData(0, 0.3, 3)]
    [InlineData(0.3, -0.01, 1 / 3.0)]
    public void BenchDiff_TimesOfNextToNothing_CountAsATenthOfANanosecond(double first, double second, double ratio)
    {
        string before = Results("before", ("Hash", "none", "", first, first, 0.01, 10), ("Hash", "once", "", first, first, 0, 2));
        string after = Results("after", ("Hash", "none", "", second, second, 0.01, 10), ("Hash", "once", "", second, second, 0, 2));

        using JsonDocument document = JsonDocument.Parse(ToolRun.Of("bench-diff", before, after, "--threshold", "4", "--format", "json").Succeeded().Output);

        JsonElement[] rows = [.. document.RootElement.GetProperty("rows").EnumerateArray()];
        Assert.All(rows, row => Assert.Equal(ratio, row.GetProperty("ratio").GetDouble(), 1e-12));
        Assert.InRange(ratio, rows[0].GetProperty("low").GetDouble(), rows[0].GetProperty("high").GetDouble());
        Assert.Equal(ratio, rows[1].GetProperty("low").GetDouble(), 1e-12);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("1.1", 1)]
    [InlineData("0.1", 1)]
    [InlineData("1.13", 0)]
    [InlineData("0.13", 0)]
    [InlineData("2", 0)]
    public void BenchDiff_Threshold_DecidesTheExitCode(string? threshold, int code)
    {
        string before = Results("before", ("Hash", "md5", "", 100, 100, 1, 10));
        string after = Results("after", ("Hash", "md5", "", 112, 112, 1, 10));

        ToolRun run = ToolRun.Of(["bench-diff", before, after, .. threshold is null ? (string[])[] : ["--threshold", threshold]]);

        Assert.Equal((code, ""), (run.Code, run.Error));
        Assert.Contains($"\n{code} of 1 rows are slower than ", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void BenchDiff_TableAndCsv_HaveEveryRow()
    {
        string before = Results("before", ("Hash", "md5", "", 100, 100, 1, 10), ("Hash", "gone", "", 5, 5, 0.1, 10));
        string after = Results("after", ("Hash", "md5", "", 110, 110, 1, 10), ("Hash", "new", "", 6, 6, 0.1, 10));

        ToolRun table = ToolRun.Of("bench-diff", before, after).Succeeded();
        ToolRun csv = ToolRun.Of("bench-diff", before, after, "--format", "csv").Succeeded();

        Assert.All(table.Text.Split('\n'), line => Assert.True(TerminalColumns.Of(line) <= 80, line));
        Assert.Matches("Hash md5 +100\\.00 +110\\.00 +1\\.10 +1\\.07–1\\.13", table.Text);
        Assert.EndsWith("0 of 1 rows are slower than 1.10 times before\nonly before: Hash gone\nonly after: Hash new\n", table.Text, StringComparison.Ordinal);
        List<string[]> rows = CsvParser.Parse(csv.Text);
        Assert.Equal(["benchmark", "before (ns)", "after (ns)", "ratio", "low", "high", "slower"], rows[0]);
        string[] row = Assert.Single(rows.Skip(1));
        Assert.Equal(["Hash md5", "100", "110", "1.1"], row[..4]);
        Assert.Equal("False", row[6]);
    }

    [Fact]
    public void BenchDiff_BenchmarkThatFailed_IsLeftOut()
    {
        string folder = Results("before", ("Hash", "md5", "", 100, 100, 1, 10));
        File.WriteAllText(
            Path.Combine(folder, "Failed-report-full.json"), """{"Benchmarks": [{"Type": "Hash", "MethodTitle": "failed", "Parameters": "", "Statistics": null}]}""");

        ToolRun run = ToolRun.Of("bench-diff", folder, folder, "--format", "csv").Succeeded();

        Assert.Equal("Hash md5", CsvParser.Parse(run.Text)[^1][0]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("-1")]
    [InlineData("1e1")]
    [InlineData("much")]
    public void BenchDiff_BadThreshold_IsNamed(string threshold)
    {
        string folder = Results("folder", ("Hash", "md5", "", 100, 100, 1, 10));

        ToolRun.Of("bench-diff", folder, folder, $"--threshold={threshold}").AssertBadInput("--threshold", $"\"{threshold}\"", "above 0, such as 1.1");
    }

    [Fact]
    public void BenchDiff_FoldersThatCannotBeRead_AreNamed()
    {
        string good = Results("good", ("Hash", "md5", "", 100, 100, 1, 10));
        string none = Results("none");
        string absent = _folder.Of("absent");

        ToolRun.Of("bench-diff", absent, good).AssertBadInput($"there is no folder {absent}");
        ToolRun.Of("bench-diff", good, absent).AssertBadInput($"there is no folder {absent}");
        ToolRun.Of("bench-diff", good, none).AssertBadInput($"{none} holds no *-report-full*.json with measurements");
        ToolRun.Of("bench-diff", good).AssertBadInput("'after'");
        ToolRun.Of("bench-diff").AssertBadInput("'before'");
        ToolRun.Of("bench-diff", good, good, "--format", "xml").AssertBadInput("--format", "\"xml\"", "table, json, csv");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("{\"Benchmarks\": 3}")]
    [InlineData("{\"Benchmarks\": [{\"Statistics\": {}}]}")]
    [InlineData("{\"Benchmarks\": [{\"Type\": \"A\", \"MethodTitle\": \"m\", \"Parameters\": \"\", \"Statistics\": {\"Mean\": \"fast\"}}]}")]
    [InlineData("{\"Benchmarks\": [{\"Type\": \"A\", \"MethodTitle\": \"m\", \"Parameters\": null, \"Statistics\": {\"Mean\": 1, \"Median\": 1, \"StandardError\": 0, \"N\": 1}}]}")]
    [InlineData("{\"Benchmarks\": [{\"Type\": \"A\", \"MethodTitle\": \"m\", \"Parameters\": \"\", \"Statistics\": {\"Mean\": 1, \"Median\": 1, \"StandardError\": 0, \"N\": 1.5}}]}")]
    public void BenchDiff_FileThatIsNoReport_IsNamed(string text)
    {
        string folder = Results("folder");
        string file = _folder.Write("folder/Hash-report-full.json", text);

        ToolRun.Of("bench-diff", folder, folder).AssertBadInput($"{file} is not a full report of BenchmarkDotNet: ");
    }

    [Fact]
    public void BenchDiff_ParameterTwice_IsNoMatter()
    {
        string folder = Results("folder", ("Hash", "md5", "A=1&A=2", 100, 100, 1, 10));

        Assert.Contains("Hash md5 A=1&A=2", ToolRun.Of("bench-diff", folder, folder).Succeeded().Text, StringComparison.Ordinal);
    }

    private string Results(string name, params (string Type, string Title, string Parameters, double Mean, double Median, double Error, int Count)[] rows)
    {
        Directory.CreateDirectory(_folder.Of(name));
        if (rows.Length > 0)
        {
            _folder.Write($"{name}/All-report-full.json", JsonSerializer.Serialize(new
            {
                Benchmarks = rows.Select(row => new
                {
                    row.Type,
                    MethodTitle = row.Title,
                    row.Parameters,
                    Statistics = new { row.Mean, row.Median, StandardError = row.Error, N = row.Count },
                }),
            }));
        }

        return _folder.Of(name);
    }
}

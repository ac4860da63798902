using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Tests.Inputs;

public sealed class MachineResultsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_FolderOfTheBenchmarks_HasItsRows()
    {
        var results = MachineResults.Read(Write(_folder, "folder"));

        Assert.Equal(new Processor("AMD EPYC", 26, 2), results.Cpu);
        Assert.Equal((".NET 10.0.1", "2026-01-02T03:04:05Z", "run 'them'"), (results.Runtime, results.Utc, results.Command));
        Assert.Equal(
            [new BenchmarkEntry("Lookup", "md5, batch Nodes=10", 12.5, 13, 0.25, 7), new BenchmarkEntry("Rival", "naive", 1000, 1001, 2, 5)], results.Rows);
        Assert.Equal(["naive"], results.Rivals.Select(row => row.Benchmark));
    }

    [Theory]
    [InlineData("{", "environment.json")]
    [InlineData("{}", "environment.json")]
    [InlineData("[1]", "environment.json")]
    [InlineData("""{"utc": null, "command": "", "runtime": "", "runtimeSettings": {}, "cpu": {"model": "", "family": 1, "modelNumber": 2}}""", "environment.json")]
    [InlineData("""{"utc": "", "command": "", "runtime": "", "runtimeSettings": {}, "cpu": {"model": "", "family": 1.5, "modelNumber": 2}}""", "environment.json")]
    [InlineData("""{"utc": "", "command": "", "runtime": "", "runtimeSettings": {"a": 1, "a": 1}, "cpu": {"model": "", "family": 1, "modelNumber": 2}}""", "environment.json")]
    [InlineData(null, "environment.json")]
    public void Read_NotARun_IsRefused(string? environment, string named)
    {
        string folder = Write(_folder, "folder");
        string file = Path.Combine(folder, "environment.json");
        File.Delete(file);
        if (environment is not null)
        {
            File.WriteAllText(file, environment);
        }

        Assert.Contains(named, Assert.Throws<BadInputException>(() => MachineResults.Read(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Newest_SeveralRuns_IsTheLastOnSuchAProcessor()
    {
        Write(_folder, "old", "2026-01-01T00:00:00Z");
        string newest = Write(_folder, "new", "2026-05-01T00:00:00Z");
        Write(_folder, "narrow", "2026-06-01T00:00:00Z", settings: "{\"DOTNET_EnableAVX2\": \"0\"}");
        Write(_folder, "other", "2026-07-01T00:00:00Z", model: 3);
        _folder.Write("not results", "");

        Assert.Equal(newest, MachineResults.Newest(_folder.Path, new Processor("AMD EPYC", 26, 2))?.Folder);
        Assert.Null(MachineResults.Newest(_folder.Path, new Processor("AMD EPYC", 27, 2)));
        Assert.Null(MachineResults.Newest(_folder.Of("absent"), new Processor("AMD EPYC", 26, 2)));
    }

    [Fact]
    public void Newest_FoldersThatAreNoWholeRun_ArePassedOver()
    {
        string whole = Write(_folder, "whole", "2026-01-01T00:00:00Z");
        Write(_folder, "failed", "2026-05-01T00:00:00Z", more: ", \"failed\": [\"Lookup\"]");
        File.WriteAllText(Path.Combine(Write(_folder, "foreign"), "environment.json"), "{\"name\": \"staging\"}");
        File.Delete(Path.Combine(Write(_folder, "half"), "All-report-full.json"));
        File.WriteAllText(Path.Combine(Write(_folder, "cut"), "All-report-full.json"), "{");

        Assert.Equal(whole, MachineResults.Newest(_folder.Path, new Processor("AMD EPYC", 26, 2))?.Folder);
    }

    [Fact]
    public void Parse_LinuxsList_IsTheFirstProcessor()
    {
        string[] lines = ["processor\t: 0", "cpu family\t: 26", "model\t\t: 2", "model name\t: Some: CPU", "flags\t:", "", "model name\t: Other"];

        Assert.Equal(new Processor("Some: CPU", 26, 2), Processor.Parse(lines));
        Assert.Equal(new Processor("Some: CPU", null, null), Processor.Parse(lines[3..]));
        Assert.Null(Processor.Parse(lines[..3]));
    }

    internal static string Write(TestFolder folder, string name, string utc = "2026-01-02T03:04:05Z", string settings = "{}", int model = 2, string more = "")
    {
        Directory.CreateDirectory(folder.Of(name));
        folder.Write($"{name}/environment.json", $$$"""
            {"utc": "{{{utc}}}", "command": "run 'them'", "runtime": ".NET 10.0.1", "runtimeSettings": {{{settings}}}, "cpu": {"model": "AMD EPYC", "family": 26, "modelNumber": {{{model}}}}{{{more}}}}
            """);
        folder.Write($"{name}/All-report-full.json", """
            {"Benchmarks": [
              {"Type": "RivalBenchmarks", "MethodTitle": "naive", "Parameters": "", "Statistics": {"Mean": 1001, "Median": 1000, "StandardError": 2, "N": 5}},
              {"Type": "LookupBenchmarks", "MethodTitle": "'md5, batch'", "Parameters": "Nodes=10", "Statistics": {"Mean": 13, "Median": 12.5, "StandardError": 0.25, "N": 7}},
              {"Type": "RivalBenchmarks", "MethodTitle": "failed", "Parameters": "", "Statistics": null}]}
            """);
        return folder.Of(name);
    }
}

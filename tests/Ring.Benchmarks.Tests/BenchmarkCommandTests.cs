using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using RingPerf.Benchmarks.Arguments;
using RingPerf.Benchmarks.Results;
using RingPerf.Benchmarks.Suites;

namespace RingPerf.Benchmarks.Tests;

[Collection(OneAtATime.Name)]
public sealed class BenchmarkCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly AccumulationLogger _log = new();

    private string Out => _folder.In("out");

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public void Run_Help_NamesEverySuiteAndOption()
    {
        Assert.Equal(0, Run("--help"));

        Assert.All(Suite.All, suite => Assert.Contains(suite.Question, _output.ToString(), StringComparison.Ordinal));
        Assert.All(
            ["--quick", "--out", "--suite", "--nodes-file", "--keys-file", "--job", "--filter"],
            option => Assert.Contains(option, _output.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--bogus", "bogus")]
    [InlineData("--suite nope", "--suite nope", "there are Batch, Build, Change")]
    [InlineData("--filter nope", "--filter nope: no benchmark of the chosen suites matches")]
    [InlineData("--filter", "filter", "no value")]
    [InlineData("--filter --memory", "filter", "no value")]
    [InlineData("--iterationCount many", "iterationCount")]
    [InlineData("--exporters nope", "nope")]
    [InlineData("--runtimes net9.0", "--runtimes, --coreRun, --cli: the suites run on the .NET they are built for")]
    [InlineData("--artifacts x", "--artifacts: the results go where --out says")]
    [InlineData("--resume", "--resume: every run here starts afresh")]
    [InlineData("--apples", "--apples: there is one job only")]
    [InlineData("--quick --disasm", "--disasm: crashes the process")]
    [InlineData("--inProcess --disasm", "--disasm: crashes the process")]
    [InlineData("--quick --envVars A:B", "--envVars: a --quick run has no process of its own")]
    [InlineData("--quick --platform X86", "--platform: a --quick run is on the platform it was started on")]
    [InlineData("--nodes-file none.txt", "none.txt: cannot be read")]
    [InlineData("--keys-file none.txt", "none.txt: cannot be read")]
    [InlineData("--out .", "--out .: is or holds the folder you are in")]
    public void Run_BadUsage_IsOneLineThatNamesItAndStartsNothing(string line, params string[] named)
    {
        string[] place = line.Contains("--out", StringComparison.Ordinal) ? [] : ["--out", Out];

        Assert.Equal(2, Run([.. place, "--job", "dry", .. line.Split(' ')]));

        Assert.All(named, name => Assert.Contains(name, _error.ToString(), StringComparison.Ordinal));
        Assert.Equal(1, _error.ToString().Count(c => c == '\n'));
        Assert.Empty(_output.ToString());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Run_List_PrintsNamesAndRunsNothing()
    {
        Assert.Equal(0, Run("--list", "flat", "--suite", "change", "--out", Out));

        Assert.Contains("ChangeBenchmarks.Remove", _log.GetLog(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void Run_Dry_LeavesMeasurementsTablesAndEnvironment()
    {
        Assert.Equal(0, Run("--quick", "--job", "dry", "--suite", "search", "--filter", "*.Linear", "--out", Out));

        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(InOut("SearchBenchmarks-report-full.json")));
        JsonElement[] benchmarks = [.. report.RootElement.GetProperty("Benchmarks").EnumerateArray()];
        Assert.Equal(2, benchmarks.Length);
        JsonElement benchmark = benchmarks[1];
        Assert.Equal("Linear", benchmark.GetProperty("Method").GetString());
        Assert.Equal("Points=1000", benchmark.GetProperty("Parameters").GetString());
        Assert.True(benchmark.GetProperty("Statistics").GetProperty("Median").GetDouble() > 0);
        Assert.Contains(
            benchmark.GetProperty("Measurements").EnumerateArray(),
            measurement => measurement.GetProperty("IterationStage").GetString() == "Result");
        Assert.Equal(JsonValueKind.Number, benchmark.GetProperty("Memory").GetProperty("BytesAllocatedPerOperation").ValueKind);
        Assert.Contains("| **linear** | **1000** ", File.ReadAllText(InOut("SearchBenchmarks-report-github.md")), StringComparison.Ordinal);
        Assert.StartsWith("Method,Points,Mean [ns],", File.ReadAllText(InOut("SearchBenchmarks-report.csv")), StringComparison.Ordinal);
        CheckEnvironment();
        Assert.All(Directory.EnumerateFiles(Out), file =>
        {
            Assert.DoesNotContain(_folder.Path, File.ReadAllText(file), StringComparison.Ordinal);
            Assert.DoesNotContain(AppContext.BaseDirectory, File.ReadAllText(file), StringComparison.Ordinal);
        });
        Assert.Equal([Out], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Run_SuiteThatBenchmarkDotNetRefuses_SaysWhy()
    {
        var suite = new Suite("TwoBaselines", "", TakesUserData: false, typeof(TwoBaselines));
        var arguments = new RunArguments { Quick = true, Job = "dry", Suites = [suite], Out = Out };

        var error = Assert.Throws<UsageException>(() => new BenchmarkCommand(_log, _output, _error).Run(arguments, "command"));

        Assert.Contains("baseline", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Run_BenchmarkThatThrows_ExitsWith1AndKeepsTheEarlierFolder()
    {
        Directory.CreateDirectory(Out);
        var suite = new Suite("Throwing", "", TakesUserData: false, typeof(ThrowingBenchmarks));
        var arguments = new RunArguments { Quick = true, Job = "dry", Suites = [suite], Out = Out };

        Assert.Equal(1, new BenchmarkCommand(_log, _output, _error).Run(arguments, "command"));

        Assert.StartsWith("1 of 2 benchmarks", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains(nameof(ThrowingBenchmarks.Throw), _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Out));
        Assert.True(File.Exists(Path.Combine(Out + "-failed", EnvironmentFile.Name)));
    }

    private void CheckEnvironment()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(InOut(EnvironmentFile.Name)));
        JsonElement environment = document.RootElement;
        Assert.Equal("RingPerf.Ring.Benchmarks", environment.GetProperty("generator").GetString());
        Assert.EndsWith(
            "-- --quick --job dry --suite search --filter '*.Linear' --out out",
            environment.GetProperty("command").GetString(),
            StringComparison.Ordinal);
        Assert.Equal("dry", environment.GetProperty("job").GetString());
        Assert.Equal(2, environment.GetProperty("benchmarks").GetInt32());
        Assert.Empty(environment.GetProperty("failed").EnumerateArray());
        Assert.Equal(typeof(BenchmarkRunner).Assembly.GetName().Version?.ToString(3), environment.GetProperty("benchmarkDotNet").GetString());
        Assert.StartsWith(".NET 10.", environment.GetProperty("runtime").GetString(), StringComparison.Ordinal);
        Assert.Equal(DateTime.UtcNow, environment.GetProperty("utc").GetDateTime(), TimeSpan.FromMinutes(5));
        Assert.NotEqual("", environment.GetProperty("cpu").GetProperty("model").GetString());
        Assert.Matches("^[a-z0-9-]+$", environment.GetProperty("cpu").GetProperty("slug").GetString());
        Assert.True(environment.GetProperty("cpu").GetProperty("logicalCores").GetInt32() > 0);
        Assert.NotEqual("", environment.GetProperty("library").GetProperty("version").GetString());
        Assert.NotEqual("", environment.GetProperty("os").GetString());
    }

    private string InOut(string file) => Path.Combine(Out, file);

    private int Run(params string[] args) => new BenchmarkCommand(_log, _output, _error).Run(args);

#pragma warning disable BDN1107 // What the analyser refuses is what a run must refuse too.
    public class TwoBaselines
    {
        private int _calls;

        [Benchmark(Baseline = true)]
        public int First() => ++_calls;

        [Benchmark(Baseline = true)]
        public int Second() => ++_calls;
    }
#pragma warning restore BDN1107

    public class ThrowingBenchmarks
    {
        private int _calls;

        [Benchmark]
        public int Count() => ++_calls;

        [Benchmark]
        public int Throw() => throw new InvalidOperationException($"after {_calls} calls");
    }
}

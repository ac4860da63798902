using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using RingPerf.Mutation.Subject;
using Xunit.Abstractions;

namespace RingPerf.Mutation.Tests;

/// <summary>The runner as the script starts it, on an assembly with a mutant for each thing that can come of one.</summary>
public sealed class ProgramTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly string _folder = Directory.CreateTempSubdirectory("ringperf-mutation-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Run_OneMutantOfEachKind_ScoresEach()
    {
        string report = Path.Combine(_folder, "report.json");
        await File.WriteAllTextAsync(report, Report());

        (int exit, string log) = await RunAsync(nameof(RingPerf) + ".Mutation.Subject", report, _folder, "2", Beside("RingPerf.Mutation.Subject.dll"));

        Assert.Equal(0, exit);
        Assert.Contains("left out, takes ", log, StringComparison.Ordinal);
        Assert.Contains(": RingPerf.Mutation.Subject.MutatedTests.Plain_FailsAsItIs_IsLeftOut", log, StringComparison.Ordinal);
        Assert.Equal(
            [
                "| folder | mutants | killed | timeout, crash or corruption | survived | not covered | score |",
                "|---|---:|---:|---:|---:|---:|---:|",
                "| `Some` | 4 | 2 | 1 | 1 | 0 | 75.0 % |",
                "| `Some/Folder` | 4 | 1 | 2 | 0 | 1 | 75.0 % |",
                "| all | 8 | 3 | 3 | 1 | 1 | 75.0 % |",
                "",
                "Some/A.cs:2 survived: Kind: a b",
                "Some/Folder/A.cs:5 no coverage: Kind: a b",
            ],
            await File.ReadAllLinesAsync(Path.Combine(_folder, "score.md")));
        AssertOutcome(Mutated.InOnce, "killed by RingPerf.Mutation.Subject.MutatedTests.Once_IsTrue");
        AssertOutcome(Mutated.InPlain, "killed by RingPerf.Mutation.Subject.MutatedTests.Plain_IsTrue");
        AssertOutcome(Mutated.InEndless, "timeout");
        AssertOutcome(Mutated.InExit, "crash");
        AssertOutcome(Mutated.InBreaking, "corrupt");

        void AssertOutcome(int mutant, string outcome) =>
            Assert.Contains(FormattableString.Invariant($".cs:{mutant} Kind: {outcome}"), log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_PartOfTheTests_TakesThoseAlone()
    {
        string times = Path.Combine(_folder, "times.json");

        (int exit, _) = await RunAsync("time", Beside("RingPerf.Mutation.Subject.dll=Breaking"), "RingPerf.Mutation.Subject", times);

        Assert.Equal(0, exit);
        Assert.Single(JsonSerializer.Deserialize<double?[]>(await File.ReadAllTextAsync(times))!);
    }

    [Fact]
    public async Task Run_AssemblyWithoutASwitch_SaysSo()
    {
        (int exit, string log) = await RunAsync(
            "time", Beside("RingPerf.Mutation.Subject.dll"), "xunit.assert", Path.Combine(_folder, "times.json"));

        Assert.NotEqual(0, exit);
        Assert.Contains("xunit.assert has no mutants: it is not the assembly that Stryker made", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithoutArguments_ShowsUsage()
    {
        (int exit, string log) = await RunAsync();

        Assert.Equal((2, "usage: ASSEMBLY REPORT DIR WORKERS TESTS...\n"), (exit, log));
    }

    /// <summary>Eight mutants that were compiled in, and two that were not; a mutant's line is its number.</summary>
    private static string Report()
    {
        var first = Enumerable.Range(0, 4).Select(id => Mutant(id, "Survived")).Append(Mutant(20, "Ignored"));
        var second = Enumerable.Range(4, 4).Select(id => Mutant(id, "NoCoverage")).Append(Mutant(21, "CompileError"));
        return JsonSerializer.Serialize(new
        {
            files = new Dictionary<string, object>
            {
                ["/copy/src/Some/A.cs"] = new { mutants = first },
                ["/copy/src/Some/Folder/A.cs"] = new { mutants = second },
            },
        });

        static object Mutant(int id, string status) => new
        {
            id = id.ToString(CultureInfo.InvariantCulture),
            status,
            location = new { start = new { line = id } },
            mutatorName = "Kind",
            replacement = "a\nb",
        };
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);

    private async Task<(int Exit, string Log)> RunAsync(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Beside("RingPerf.Mutation.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(Patience);
        Task<string> standard = process.StandardOutput.ReadToEndAsync(patience.Token);
        string log = await process.StandardError.ReadToEndAsync(patience.Token);
        output.WriteLine(log + await standard);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, log);
    }
}

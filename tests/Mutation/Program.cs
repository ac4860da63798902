using System.Diagnostics;
using System.Text.Json;
using RingPerf.Mutation;

// What eng/mutate.sh starts: ASSEMBLY REPORT DIR WORKERS TESTS... What that starts itself, beside the tests: time, cover and work.
switch (args)
{
    case ["time", var tests, var mutated, var to]:
        using (var suite = new TestSuite(TestSource.Read(tests)))
        {
            File.WriteAllText(to, JsonSerializer.Serialize(TestTimes.Measure(suite, new MutantSwitch(mutated), Console.Error)));
        }

        Environment.Exit(0); // A test may have left a thread running; so may a mutant.
        return 0;

    case ["cover", var tests, var mutated, var times, var to]:
        using (var suite = new TestSuite(TestSource.Read(tests)))
        {
            Coverage.Measure(suite, new MutantSwitch(mutated), JsonSerializer.Deserialize<double?[]>(File.ReadAllText(times))!).Write(to);
        }

        Environment.Exit(0);
        return 0;

    case ["work", var tests, var mutated, var known]:
        using (var suite = new TestSuite(TestSource.Read(tests)))
        {
            Worker.Run(suite, new MutantSwitch(mutated), Coverage.Read(known), Console.In, Console.Out);
        }

        Environment.Exit(0);
        return 0;

    case [var assembly, var report, var folder, var workers, .. { Length: > 0 } suites]:
        await RunAsync(assembly, Mutant.Read(report), folder, int.Parse(workers), suites);
        Environment.Exit(0);
        return 0;

    default:
        Console.Error.WriteLine("usage: ASSEMBLY REPORT DIR WORKERS TESTS...");
        return 2;
}

static async Task RunAsync(string assembly, IReadOnlyList<Mutant> mutants, string folder, int workers, string[] suites)
{
    Dictionary<int, string> outcomes = mutants.ToDictionary(mutant => mutant.Id, _ => Campaign.Uncovered);
    foreach (TestSource tests in suites.Select(TestSource.Read))
    {
        string times = Path.Combine(folder, Path.GetFileName(tests.Path) + ".times.json");
        string covered = Path.Combine(folder, Path.GetFileName(tests.Path) + ".coverage.json");
        using (Process time = Start("time", tests, assembly, times))
        {
            await time.WaitForExitAsync();
        }

        using (Process cover = Start("cover", tests, assembly, times, covered))
        {
            await cover.WaitForExitAsync();
        }

        var campaign = new Campaign(tests, assembly, covered, Coverage.Read(covered));
        Mutant[] left = [.. mutants.Where(mutant => !Score.IsDetected(outcomes[mutant.Id]))];
        foreach ((int mutant, string outcome) in await campaign.RunAsync(left, workers, Console.Error))
        {
            outcomes[mutant] = outcome == Campaign.Uncovered ? outcomes[mutant] : outcome;
        }
    }

    using (StreamWriter score = File.CreateText(Path.Combine(folder, "score.md")))
    {
        Score.Write(score, mutants, outcomes);
    }

    Score.Write(Console.Out, mutants, outcomes);
}

static Process Start(string verb, TestSource tests, params string[] arguments) =>
    Process.Start(Environment.ProcessPath!, [WorkerProcess.ProgramBeside(tests), verb, tests.ToString(), .. arguments]);

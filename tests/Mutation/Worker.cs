using Xunit.Sdk;

namespace RingPerf.Mutation;

/// <summary>A process that turns mutants on, one after another, and says of each whether a test fails.</summary>
internal static class Worker
{
    /// <summary>Begins each line of ours: tests may print others.</summary>
    public const string Mark = "mutation: ";

    public const string Survived = "survived", Corrupt = "corrupt", Ready = "ready", Batch = "batch ";

    /// <summary>Reads a mutant and its file a line, and writes a line: a test that fails by it, or what else came of it.</summary>
    public static void Run(TestSuite suite, MutantSwitch mutants, Coverage coverage, TextReader asked, TextWriter answers)
    {
        answers.WriteLine(Mark + Ready);
        while (asked.ReadLine() is { } line)
        {
            string[] parts = line.Split(' ', 2);
            int mutant = int.Parse(parts[0]);
            answers.WriteLine(Mark + Answer(suite, mutants, coverage, mutant, InTurn(suite, coverage.Tests[mutant], parts[1]), answers));
        }
    }

    private static string Answer(
        TestSuite suite, MutantSwitch mutants, Coverage coverage, int mutant, IEnumerable<int> inTurn, TextWriter answers)
    {
        mutants.Active = mutant;
        foreach (int[] tests in Batches(coverage, inTurn))
        {
            answers.WriteLine(FormattableString.Invariant($"{Mark}{Batch}{tests.Sum(test => coverage.Milliseconds[test]):F0}"));
            TestSink sink = suite.Run(tests.Select(test => suite.Cases[test]));
            if (sink.Failure is null)
            {
                continue;
            }

            // What one mutant broke for good in this process would fail the tests of all that follow; none follows one that runs once.
            mutants.Active = -1;
            IEnumerable<IXunitTestCase> suspects = sink.FailedCase is IXunitTestCase failed ? [failed] : tests.Select(test => suite.Cases[test]);
            return coverage.Static.Contains(mutant) || suite.Run(suspects).Failure is null
                ? $"killed by {sink.FailedCase?.DisplayName.ReplaceLineEndings(" ") ?? "a fixture"}"
                : Corrupt;
        }

        mutants.Active = -1;
        return Survived;
    }

    /// <summary>The tests of the file, or of its folder, before all others: they are the likeliest to fail.</summary>
    private static IEnumerable<int> InTurn(TestSuite suite, IEnumerable<int> tests, string file)
    {
        string[] near = [$".{Path.GetFileNameWithoutExtension(file)}", $".{Path.GetFileName(Path.GetDirectoryName(file))}."];
        return tests.OrderBy(test => !near.Any(name => suite.Cases[test].DisplayName.Contains(name, StringComparison.Ordinal)));
    }

    /// <summary>Tests in batches that double in time: most mutants fall in the first.</summary>
    private static IEnumerable<int[]> Batches(Coverage coverage, IEnumerable<int> tests)
    {
        var batch = new List<int>();
        double room = 50, taken = 0;
        foreach (int test in tests)
        {
            batch.Add(test);
            taken += 1 + coverage.Milliseconds[test]!.Value;
            if (taken < room)
            {
                continue;
            }

            yield return [.. batch];
            batch.Clear();
            (room, taken) = (2 * room, 0);
        }

        if (batch.Count > 0)
        {
            yield return [.. batch];
        }
    }
}

using System.Text.Json;

namespace RingPerf.Mutation;

/// <summary>Which tests ask for which mutant, and how long each takes with none of them on.</summary>
/// <param name="Milliseconds">A test's time, by its index; null for one that is left out.</param>
/// <param name="Tests">The tests of each mutant, quickest first.</param>
/// <param name="Static">Mutants in code that runs once a process: they have all tests.</param>
internal sealed record Coverage(double?[] Milliseconds, Dictionary<int, int[]> Tests, HashSet<int> Static)
{
    public static Coverage Read(string path) => JsonSerializer.Deserialize<Coverage>(File.ReadAllText(path))!;

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this));

    /// <summary>Runs each test by itself, twice: what is asked for only the first time runs once a process.</summary>
    /// <remarks>No test may have run in the process before.</remarks>
    public static Coverage Measure(TestSuite suite, MutantSwitch mutants, double?[] milliseconds)
    {
        mutants.Active = -1;
        int[] taken = [.. Enumerable.Range(0, milliseconds.Length).Where(test => milliseconds[test] is not null).OrderBy(test => milliseconds[test])];
        Dictionary<int, List<int>> first = Capture(suite, mutants, taken), again = Capture(suite, mutants, taken);
        HashSet<int> once = [.. first.Keys.Except(again.Keys)];
        return new Coverage(milliseconds, first.Keys.ToDictionary(mutant => mutant, mutant => once.Contains(mutant) ? taken : [.. again[mutant]]), once);
    }

    private static Dictionary<int, List<int>> Capture(TestSuite suite, MutantSwitch mutants, IEnumerable<int> taken)
    {
        var tests = new Dictionary<int, List<int>>();
        foreach (int test in taken)
        {
            mutants.Captures = true;
            suite.Run([suite.Cases[test]]); // May fail: to note what is asked for allocates.
            mutants.Captures = false;
            foreach (int mutant in mutants.Take())
            {
                (tests.TryGetValue(mutant, out List<int>? of) ? of : tests[mutant] = []).Add(test);
            }
        }

        return tests;
    }
}

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

    /// <summary>Runs each test by itself and sees what it asks for. A process's first run, since what runs once is seen once.</summary>
    public static Coverage Measure(TestSuite suite, MutantSwitch mutants, double?[] milliseconds)
    {
        mutants.Active = -1;
        var tests = new Dictionary<int, List<int>>();
        var once = new HashSet<int>();
        int[] taken = [.. Enumerable.Range(0, milliseconds.Length).Where(test => milliseconds[test] is not null)];
        foreach (int test in taken)
        {
            mutants.Captures = true;
            suite.Run([suite.Cases[test]]); // May fail: to note what is asked for allocates.
            mutants.Captures = false;
            (IReadOnlyList<int> all, IReadOnlyList<int> whileInitialised) = mutants.Take();
            once.UnionWith(whileInitialised);
            foreach (int mutant in all.Distinct())
            {
                (tests.TryGetValue(mutant, out List<int>? of) ? of : tests[mutant] = []).Add(test);
            }
        }

        foreach (int mutant in once)
        {
            tests[mutant] = [.. taken];
        }

        return new Coverage(
            milliseconds, tests.ToDictionary(of => of.Key, of => of.Value.OrderBy(test => milliseconds[test]).ToArray()), once);
    }
}

using System.Diagnostics;

namespace RingPerf.Mutation;

/// <summary>How long each test takes with no mutant on.</summary>
internal static class TestTimes
{
    /// <summary>A test that takes longer would take minutes where each step notes the mutant that it could have been.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Runs each test by itself.</summary>
    /// <returns>Milliseconds by the test's index; null for one that fails as it is or takes long, which is told to <paramref name="log"/>.</returns>
    public static double?[] Measure(TestSuite suite, MutantSwitch mutants, TextWriter log)
    {
        mutants.Active = -1;
        return [.. suite.Cases.Select(test => Measure(suite, test, log))];
    }

    private static double? Measure(TestSuite suite, Xunit.Sdk.IXunitTestCase test, TextWriter log)
    {
        long begun = Stopwatch.GetTimestamp();
        string? failure = suite.Run([test]).Failure;
        TimeSpan time = Stopwatch.GetElapsedTime(begun);
        if (failure is null && time <= Longest)
        {
            return time.TotalMilliseconds;
        }

        log.WriteLine($"left out, {failure ?? $"takes {time.TotalSeconds:F1} s"}: {test.DisplayName}");
        return null;
    }
}

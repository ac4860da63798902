namespace RingPerf.Mutation;

/// <summary>What became of the mutants, a line a folder, and those that no test sees.</summary>
internal static class Score
{
    public static bool IsDetected(string outcome) => outcome is not (Worker.Survived or Campaign.Uncovered);

    public static void Write(TextWriter to, IReadOnlyList<Mutant> mutants, IReadOnlyDictionary<int, string> outcomes)
    {
        to.WriteLine("| folder | mutants | killed | timeout, crash or corruption | survived | not covered | score |");
        to.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (IGrouping<string, Mutant> folder in mutants.GroupBy(mutant => Path.GetDirectoryName(mutant.File)!).OrderBy(folder => folder.Key, StringComparer.Ordinal))
        {
            WriteRow(to, $"`{folder.Key}`", [.. folder.Select(mutant => outcomes[mutant.Id])]);
        }

        WriteRow(to, "all", [.. mutants.Select(mutant => outcomes[mutant.Id])]);

        to.WriteLine();
        foreach (Mutant mutant in mutants.Where(mutant => !IsDetected(outcomes[mutant.Id])))
        {
            to.WriteLine($"{mutant.File}:{mutant.Line} {outcomes[mutant.Id]}: {mutant.Kind}: {mutant.Replacement}");
        }
    }

    private static void WriteRow(TextWriter to, string name, string[] outcomes)
    {
        int detected = outcomes.Count(IsDetected);
        int killed = outcomes.Count(outcome => outcome.StartsWith("killed", StringComparison.Ordinal));
        to.WriteLine(
            $"| {name} | {outcomes.Length} | {killed} | {detected - killed} | {outcomes.Count(outcome => outcome == Worker.Survived)} | "
            + $"{outcomes.Count(outcome => outcome == Campaign.Uncovered)} | {100.0 * detected / outcomes.Length:F1} % |");
    }
}

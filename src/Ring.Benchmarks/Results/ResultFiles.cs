namespace RingPerf.Benchmarks.Results;

/// <summary>BenchmarkDotNet's reports, lifted out of its artifacts folder.</summary>
internal static class ResultFiles
{
    private const string Artifacts = "BenchmarkDotNet.Artifacts";

    /// <summary>Where BenchmarkDotNet writes while it runs.</summary>
    internal static string ArtifactsIn(string folder) => Path.Combine(folder, Artifacts);

    /// <summary>Moves every report to the folder itself, named by its suite alone, and drops the rest.</summary>
    internal static void Lift(string folder)
    {
        string reports = Path.Combine(ArtifactsIn(folder), "results");
        if (Directory.Exists(reports))
        {
            foreach (string report in Directory.EnumerateFiles(reports))
            {
                File.Move(report, Path.Combine(folder, ShortName(Path.GetFileName(report))));
            }
        }

        Directory.Delete(ArtifactsIn(folder), recursive: true);
    }

    /// <summary><c>Some.Namespace.LookupBenchmarks-report.csv</c> to <c>LookupBenchmarks-report.csv</c>.</summary>
    private static string ShortName(string name)
    {
        int dash = name.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? name : name[(name[..dash].LastIndexOf('.') + 1)..];
    }
}

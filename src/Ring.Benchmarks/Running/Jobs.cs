using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace RingPerf.Benchmarks.Running;

/// <summary>How long and where benchmarks run: the one place that makes jobs, so that no two are ever added up.</summary>
internal static class Jobs
{
    private const string Dry = "dry";

    private static readonly Dictionary<string, Job> OfBenchmarkDotNet = new(StringComparer.OrdinalIgnoreCase)
    {
        [Dry] = Job.Dry,
        ["short"] = Job.ShortRun,
        ["medium"] = Job.MediumRun,
        ["long"] = Job.LongRun,
        ["verylong"] = Job.VeryLongRun,
    };

    /// <summary>Short iterations. Benchmarks that loop over thousands of keys need no overhead taken off, and forced collections
    /// would take a tenth of the time.</summary>
    /// <remarks>The runtime counts calls for its best code only after 100 ms without new methods, which are the whole warm-up here
    /// and were seen to spoil rows; runtimeconfig.template.json takes that wait away.</remarks>
    private static readonly Job Quick = new Job()
        .WithIterationTime(TimeInterval.FromMilliseconds(20))
        .WithWarmupCount(3)
        .WithIterationCount(8)
        .WithEvaluateOverhead(false)
        .WithGcForce(false);

    // A user's nodes may be many; the toolchain's own five minutes would end the whole run, not one benchmark.
    private static readonly InProcessEmitToolchain InProcess = new(TimeSpan.FromHours(1), logOutput: false);

    private static readonly Job Full = new Job()
        .WithIterationTime(TimeInterval.FromMilliseconds(250))
        .WithMinIterationCount(15)
        .WithMaxIterationCount(30);

    internal static IEnumerable<string> Names => OfBenchmarkDotNet.Keys;

    /// <summary>The name of a job of BenchmarkDotNet as we write it, null for ours.</summary>
    /// <exception cref="UsageException">There is no such job.</exception>
    internal static string? Named(string? name)
    {
        if (name is null || name.Equals("default", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return OfBenchmarkDotNet.ContainsKey(name)
            ? name.ToLowerInvariant()
            : throw new UsageException($"--job {name}: no such job; there are default, {string.Join(", ", Names)}");
    }

    /// <summary>The job of a run.</summary>
    internal static Job Of(string? name, bool quick)
    {
        Job job = name is not null ? OfBenchmarkDotNet[name] : quick ? Quick : Full;
        return job.WithToolchain(quick ? InProcess : ProjectToolchain.Instance).AsDefault();
    }

    /// <summary>What environment.json calls the job.</summary>
    internal static string NameOf(string? name, bool quick) => name ?? (quick ? "quick" : "full");

    /// <summary>Whether a job measures nothing, only tries that benchmarks run.</summary>
    internal static bool IsDry(string? name) => name == Dry;

    /// <summary>Whether a job runs where ours would: options of BenchmarkDotNet can ask for other runtimes.</summary>
    internal static bool HasOwnToolchain(Job job) =>
        job.Infrastructure.Toolchain is InProcessEmitToolchain || job.Infrastructure.Toolchain == ProjectToolchain.Instance;
}

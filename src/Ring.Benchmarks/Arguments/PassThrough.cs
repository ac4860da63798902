using BenchmarkDotNet.Configs;
using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.Loggers;
using RingPerf.Benchmarks.Running;

namespace RingPerf.Benchmarks.Arguments;

/// <summary>BenchmarkDotNet's own options, read by its own parser before anything is started.</summary>
internal static class PassThrough
{
    private const string ErrorHeading = "ERROR(S):";

    /// <summary>The config they make of our job.</summary>
    /// <exception cref="UsageException">An option is wrong or does not go with ours.</exception>
    internal static (IConfig Config, CommandLineOptions Options) Read(RunArguments arguments)
    {
        IConfig ours = ManualConfig.CreateEmpty().AddJob(Jobs.Of(arguments.Job, arguments.Quick));
        var log = new AccumulationLogger();
        (bool isSuccess, IConfig? config, CommandLineOptions? options) = ConfigParser.Parse(arguments.PassThrough, log, ours);
        if (!isSuccess)
        {
            throw new UsageException(FirstError(log.GetLog()));
        }

        Refuse(options.ArtifactsDirectory is not null, "--artifacts: the results go where --out says");
        Refuse(options.Resume, "--resume: every run here starts afresh");
        Refuse(options.ApplesToApples, "--apples: there is one job only");
        Refuse(
            (arguments.Quick || options.RunInProcess) && options.UseDisassemblyDiagnoser,
            "--disasm: crashes the process that --quick and --inProcess run in");
        Refuse(arguments.Quick && options.EnvironmentVariables.Any(), "--envVars: a --quick run has no process of its own to set them for");
        Refuse(arguments.Quick && options.Platform is not null, "--platform: a --quick run is on the platform it was started on");
        Refuse(
            config.GetJobs().Any(job => !Jobs.HasOwnToolchain(job)),
            "--runtimes, --coreRun, --cli: the suites run on the .NET they are built for");
        return (config, options);
    }

    private static void Refuse(bool refused, string message)
    {
        if (refused)
        {
            throw new UsageException(message);
        }
    }

    /// <summary>The parser writes a page; the line that counts stands below its heading, or is all there is.</summary>
    private static string FirstError(string log)
    {
        string[] lines = log.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        int heading = Array.IndexOf(lines, ErrorHeading);
        return lines.ElementAtOrDefault(heading + 1) ?? "BenchmarkDotNet does not understand its options";
    }
}

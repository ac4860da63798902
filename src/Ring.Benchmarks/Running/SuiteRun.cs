using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Validators;
using RingPerf.Benchmarks.Arguments;
using RingPerf.Benchmarks.Machine;
using RingPerf.Benchmarks.Results;

namespace RingPerf.Benchmarks.Running;

/// <summary>The benchmarks of a run: planned first, so that a wrong filter starts nothing, then executed.</summary>
internal sealed class SuiteRun
{
    private readonly RunArguments _arguments;
    private readonly BenchmarkRunInfo[] _planned;

    /// <summary>Plans the run.</summary>
    /// <exception cref="UsageException">No benchmark is left to run, or the build is not worth timing.</exception>
    internal SuiteRun(RunArguments arguments, IConfig config, string artifacts)
    {
        if (IsDebugBuild() && !Jobs.IsDry(arguments.Job))
        {
            throw new UsageException("a debug build is not worth timing; run with -c Release");
        }

        _arguments = arguments;
        ManualConfig placed = ManualConfig.Create(config).WithArtifactsPath(artifacts);
        _planned =
        [
            .. arguments.Suites
                .Select(suite => BenchmarkConverter.TypeToBenchmarks(suite.Type, placed))
                .Where(info => info.BenchmarksCases.Length > 0),
        ];
        if (_planned.Length == 0)
        {
            throw new UsageException($"{string.Join(' ', arguments.PassThrough)}: no benchmark of the chosen suites matches");
        }
    }

    /// <summary>Runs what was planned; BenchmarkDotNet's reports are then in its artifacts folder.</summary>
    /// <exception cref="UsageException">BenchmarkDotNet refuses the plan.</exception>
    internal RunEnvironment Execute(string command, CpuDescription cpu)
    {
        DateTime start = DateTime.UtcNow;
        long timestamp = Stopwatch.GetTimestamp();
        InputFile? nodes = InputFile.Of(_arguments.NodesFile);
        InputFile? keys = InputFile.Of(_arguments.KeysFile);
        double? loadBefore = LoadAverage.LastMinute();
        Summary[] summaries = BenchmarkRunner.Run(_planned);
        RefuseInvalid(summaries);
        return new RunEnvironment
        {
            Utc = start.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            Seconds = Math.Round(Stopwatch.GetElapsedTime(timestamp).TotalSeconds, 1),
            Command = command,
            Job = Jobs.NameOf(_arguments.Job, _arguments.Quick),
            Suites = [.. _arguments.Suites.Select(suite => suite.Name)],
            Benchmarks = _planned.Sum(info => info.BenchmarksCases.Length),
            Failed = Unmeasured(summaries),
            Nodes = nodes,
            Keys = keys,
            Library = LibraryVersion.Of(typeof(HashRing).Assembly),
            BenchmarkDotNet = HostEnvironmentInfo.GetCurrent().BenchmarkDotNetVersion,
            Runtime = RuntimeInformation.FrameworkDescription,
            RuntimeSettings = RuntimeSettings.FromVariables(),
            Os = RuntimeInformation.OSDescription,
            Architecture = RuntimeInformation.ProcessArchitecture.ToString(),
            Cpu = cpu,
            LoadBefore = loadBefore,
        };
    }

    private static bool IsDebugBuild() =>
        typeof(HashRing).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled ?? false;

    private static void RefuseInvalid(Summary[] summaries)
    {
        ValidationError? refusal = summaries.SelectMany(summary => summary.ValidationErrors).FirstOrDefault(error => error.IsCritical);
        if (refusal is not null)
        {
            throw new UsageException(refusal.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>Benchmarks that failed, produced nothing, or were never run.</summary>
    private string[] Unmeasured(Summary[] summaries)
    {
        HashSet<BenchmarkCase> measured =
        [
            .. from summary in summaries
               from report in summary.Reports
               where report.Success && report.ResultStatistics is not null
               select report.BenchmarkCase,
        ];
        return
        [
            .. from info in _planned
               from benchmark in info.BenchmarksCases
               where !measured.Contains(benchmark)
               select benchmark.DisplayInfo,
        ];
    }
}

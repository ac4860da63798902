using BenchmarkDotNet.Analysers;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Loggers;
using RingPerf.Benchmarks.Arguments;
using RingPerf.Benchmarks.Results;

namespace RingPerf.Benchmarks.Running;

/// <summary>What every suite shares: columns, exports, allocation, log.</summary>
internal static class SuiteConfig
{
    /// <summary>The config of a run, without its job.</summary>
    internal static ManualConfig Create(ILogger log, RunArguments arguments)
    {
        // Quick iterations are short on purpose.
        IEnumerable<IAnalyser> analysers = DefaultConfig.Instance.GetAnalysers()
            .Where(analyser => !arguments.Quick || analyser is not MinIterationTimeAnalyser);
        ManualConfig config = ManualConfig.CreateEmpty()
            .AddLogger(log)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddColumn(StatisticColumn.Median)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddExporter(JsonExporter.Full, MarkdownExporter.GitHub, new TableCsvExporter())
            .AddAnalyser([.. analysers])
            .AddValidator([.. DefaultConfig.Instance.GetValidators()])
            .AddFilter(new PointLimitFilter(arguments.Quick));
        return Jobs.IsDry(arguments.Job) ? config.WithOptions(ConfigOptions.DisableOptimizationsValidator) : config;
    }
}

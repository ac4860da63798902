using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using RingPerf.Benchmarks.Arguments;
using RingPerf.Benchmarks.Running;
using RingPerf.Benchmarks.Suites;

namespace RingPerf.Benchmarks.Tests.Running;

public sealed class PlanTests
{
    [Fact]
    public void PointLimit_LinearSearch_RunsOnlyWhereSmall()
    {
        BenchmarkCase[] cases = Cases("Search", quick: false);

        Assert.Equal([100, 1000], Points(cases, nameof(SearchBenchmarks.Linear)));
        Assert.Equal([100, 1000, 10_000, 100_000, 1_000_000, 10_000_000], Points(cases, nameof(SearchBenchmarks.Binary)));
    }

    [Theory]
    [InlineData(true, 100_000)]
    [InlineData(false, 1_000_000)]
    public void PointLimit_Build_IsNodesTimesReplicas(bool quick, int most)
    {
        IEnumerable<int> sizes = Cases("Build", quick).Select(benchmark => Value(benchmark, "Nodes") * Value(benchmark, "Replicas"));

        Assert.Equal(most, sizes.Max());
    }

    [Fact]
    public void Lookup_EveryReplicaCount_HasTheNaivePortAsBaseline()
    {
        BenchmarkCase[] cases = Cases("Lookup", quick: true);

        Assert.Equal(3 * 13, cases.Length);
        Assert.All(
            cases.Where(benchmark => benchmark.Descriptor.Baseline),
            benchmark => Assert.Equal(nameof(LookupBenchmarks.Naive), benchmark.Descriptor.WorkloadMethod.Name));
    }

    [Theory]
    [InlineData(null, true, 8)]
    [InlineData(null, false, 3)]
    [InlineData("dry", true, 1)]
    [InlineData("medium", false, 15)]
    public void Job_OfARun_IsOne(string? name, bool quick, int iterations)
    {
        string[] given = name is null && !quick ? ["--iterationCount", "3"] : [];
        var arguments = new RunArguments { Quick = quick, Job = name, PassThrough = given };
        (IConfig theirs, _) = PassThrough.Read(arguments);
        IConfig config = ManualConfig.Union(SuiteConfig.Create(NullLogger.Instance, arguments), theirs);

        Job job = Assert.Single(ImmutableConfigBuilder.Create(config).GetJobs());

        Assert.Equal(quick, job.Infrastructure.Toolchain?.IsInProcess);
        Assert.Equal(iterations, job.Run.IterationCount);
    }

    private static BenchmarkCase[] Cases(string suite, bool quick)
    {
        IConfig config = SuiteConfig.Create(NullLogger.Instance, new RunArguments { Quick = quick });
        return BenchmarkConverter.TypeToBenchmarks(Suite.Named(suite).Type, config).BenchmarksCases;
    }

    private static IEnumerable<int> Points(BenchmarkCase[] cases, string method) =>
        cases.Where(benchmark => benchmark.Descriptor.WorkloadMethod.Name == method).Select(benchmark => Value(benchmark, "Points"));

    private static int Value(BenchmarkCase benchmark, string parameter) => (int)benchmark.Parameters[parameter];
}

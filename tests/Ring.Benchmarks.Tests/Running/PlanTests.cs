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
    [InlineData("Build", nameof(BuildBenchmarks.Naive), true, 100_000)]
    [InlineData("Build", nameof(BuildBenchmarks.Naive), false, 1_000_000)]
    [InlineData("Build", nameof(BuildBenchmarks.Ring), true, 1_000_000)]
    [InlineData("Change", nameof(ChangeBenchmarks.Add), true, 100_000)]
    [InlineData("Change", nameof(ChangeBenchmarks.Add), false, 1_000_000)]
    [InlineData("SingleLookup", nameof(SingleLookupBenchmarks.Md5Utf8), true, 10_000_000)]
    [InlineData("SingleLookup", nameof(SingleLookupBenchmarks.Naive), true, 100_000)]
    [InlineData("SingleLookup", nameof(SingleLookupBenchmarks.Md5Utf8), false, 10_000_000)]
    [InlineData("SingleLookup", nameof(SingleLookupBenchmarks.Naive), false, 1_000_000)]
    public void PointLimit_NodesAndReplicas_IsTheirProduct(string suite, string method, bool quick, int most)
    {
        IEnumerable<int> sizes = Cases(suite, quick)
            .Where(benchmark => benchmark.Descriptor.WorkloadMethod.Name == method)
            .Select(benchmark => Value(benchmark, "Nodes") * Value(benchmark, "Replicas"));

        Assert.Equal(most, sizes.Max());
    }

    [Fact]
    public void Quick_AllSuites_AreFewEnoughForFourMinutes() =>
        Assert.InRange(Suite.All.Sum(suite => Cases(suite.Name, quick: true).Length), 1, 450);

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

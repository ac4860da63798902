using System.Reflection;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Running;
using RingPerf.Benchmarks.Suites;

namespace RingPerf.Benchmarks.Running;

/// <summary>Applies <see cref="PointLimitAttribute"/>: to the parameter Points, or to Nodes × Replicas.</summary>
internal sealed class PointLimitFilter(bool quick) : IFilter
{
    public bool Predicate(BenchmarkCase benchmarkCase)
    {
        long points = Value(benchmarkCase, "Points") ?? (Value(benchmarkCase, "Nodes") * Value(benchmarkCase, "Replicas")) ?? 0;
        return IsWithin(benchmarkCase.Descriptor.Type, points) && IsWithin(benchmarkCase.Descriptor.WorkloadMethod, points);
    }

    private static long? Value(BenchmarkCase benchmarkCase, string parameter)
    {
        ParameterInstance? instance = benchmarkCase.Parameters.Items.FirstOrDefault(item => item.Name == parameter);
        return instance?.Value is int value ? value : null;
    }

    private bool IsWithin(MemberInfo member, long points) =>
        member.GetCustomAttribute<PointLimitAttribute>() is not PointLimitAttribute limit
        || points <= (quick ? limit.Quick : limit.Points);
}

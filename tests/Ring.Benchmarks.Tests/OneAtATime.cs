namespace RingPerf.Benchmarks.Tests;

/// <summary>Tests that set environment variables or run benchmarks in this process, which go one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAtATime
{
    public const string Name = "process state";
}

namespace RingPerf.Coordination.Tests;

/// <summary>Tests that starve the pool run alone.</summary>
[CollectionDefinition(nameof(StarvedPool), DisableParallelization = true)]
public sealed class StarvedPoolGroup;

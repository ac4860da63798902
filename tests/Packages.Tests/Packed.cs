namespace RingPerf.Packages.Tests;

/// <summary>Tests that share one packing and go one at a time.</summary>
[CollectionDefinition(Name)]
public sealed class Packed : ICollectionFixture<PackedRepository>
{
    public const string Name = "packed";
}

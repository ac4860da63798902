namespace RingPerf.Tests;

/// <summary>Equality of rings, point by point.</summary>
internal static class RingAssert
{
    internal static void Same(HashRing expected, HashRing actual)
    {
        Assert.Equal(expected.Options, actual.Options);
        Assert.Equal(expected.Nodes, actual.Nodes);
        Assert.Equal(expected.Weights.ToArray(), actual.Weights.ToArray());
        Assert.Equal(expected.Positions.ToArray(), actual.Positions.ToArray());
        Assert.Equal(expected.Owners.ToArray(), actual.Owners.ToArray());
        Assert.Equal(expected.PointCount, actual.PointCount);
        Assert.Equal(expected.GetCollisions(), actual.GetCollisions());
        foreach (uint position in Edges(expected))
        {
            Assert.Equal(expected.GetNodeIndexAt(position), actual.GetNodeIndexAt(position));
        }
    }

    /// <summary>Every position at which an owner can change, and the one below it.</summary>
    internal static IEnumerable<uint> Edges(params HashRing[] rings) =>
        rings.SelectMany(ring => ring.Positions.ToArray())
            .SelectMany(position => new[] { position, unchecked(position - 1) })
            .Append(0u)
            .Distinct();
}

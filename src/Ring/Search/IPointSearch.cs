namespace RingPerf.Search;

/// <summary>A position to the first point strictly above it, wrapping to the first point past the last.</summary>
/// <remarks>Only this library implements it. <see cref="BucketSearch"/> is the choice up to 200,000 points, <see cref="CompactLineSearch"/>
/// above; <see cref="InterpolationSearch"/> takes no memory.</remarks>
/// <typeparam name="TSelf">The implementing struct, so that the JIT specialises each ring for its search.</typeparam>
public interface IPointSearch<TSelf> where TSelf : struct, IPointSearch<TSelf>
{
    /// <summary>Most nodes that it can tell apart.</summary>
    internal static virtual int MaxNodes => int.MaxValue;

    /// <summary>The search over points; without any, every owner is -1.</summary>
    internal static abstract TSelf Build(SearchPoints points);

    /// <summary>Index of the point that owns <paramref name="position"/>; there is at least one point.</summary>
    /// <param name="position">A place on the circle.</param>
    /// <returns>An index into the points, 0 where the position is at or past the last one.</returns>
    int FindPoint(uint position);

    /// <summary>Owner of the point that owns <paramref name="position"/>.</summary>
    /// <param name="position">A place on the circle.</param>
    /// <returns>An index of a node, or -1 without points.</returns>
    int FindOwner(uint position);

    /// <summary>Owners of many positions; the two spans are of one length.</summary>
    /// <param name="positions">Places on the circle.</param>
    /// <param name="owners">Receives indexes of nodes.</param>
    void FindOwners(ReadOnlySpan<uint> positions, Span<int> owners);

    /// <summary>Bytes held besides the points themselves.</summary>
    long IndexBytes { get; }
}

namespace RingPerf.Search;

/// <summary>A position to the first point strictly above it, wrapping to the first point past the last.</summary>
/// <typeparam name="TSelf">The implementing struct, so that the JIT specialises each ring for its search.</typeparam>
internal interface IPointSearch<TSelf> where TSelf : struct, IPointSearch<TSelf>
{
    /// <summary>The search over at least one point.</summary>
    static abstract TSelf Build(SearchPoints points);

    /// <summary>Index of the point that owns <paramref name="position"/>.</summary>
    int FindPoint(uint position);

    /// <summary>Owner of the point that owns <paramref name="position"/>.</summary>
    int FindOwner(uint position);

    /// <summary>Owners of many positions; the two spans are of one length.</summary>
    void FindOwners(ReadOnlySpan<uint> positions, Span<int> owners);

    /// <summary>Bytes held besides the points themselves.</summary>
    long IndexBytes { get; }
}

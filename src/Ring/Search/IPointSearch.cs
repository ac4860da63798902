namespace RingPerf.Search;

/// <summary>A position to the first point strictly above it, wrapping to the first point past the last.</summary>
/// <typeparam name="TSelf">The implementing struct, so that the JIT specialises each ring for its search.</typeparam>
internal interface IPointSearch<TSelf> where TSelf : struct, IPointSearch<TSelf>
{
    /// <summary>The search over strictly ascending positions, at least one, with their owners beside them.</summary>
    static abstract TSelf Build(uint[] positions, int[] owners);

    /// <summary>Index of the point that owns <paramref name="position"/>.</summary>
    int FindPoint(uint position);

    /// <summary>Owner of the point that owns <paramref name="position"/>.</summary>
    int FindOwner(uint position);

    /// <summary>Bytes held besides the positions and owners themselves.</summary>
    long IndexBytes { get; }
}

namespace RingPerf.Search;

/// <summary>The search of a ring without points: no owner, -1.</summary>
internal readonly struct EmptySearch : IPointSearch<EmptySearch>
{
    public long IndexBytes => 0;

    public static EmptySearch Build(SearchPoints points) => default;

    public int FindPoint(uint position) => -1;

    public int FindOwner(uint position) => -1;

    public void FindOwners(ReadOnlySpan<uint> positions, Span<int> owners) => owners.Fill(-1);
}

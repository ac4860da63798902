namespace RingPerf.Preference;

/// <summary>Lets the first node of each zone pass.</summary>
internal readonly ref struct NewZone(ReadOnlySpan<int> zones, ZoneSet free) : INodeFilter
{
    private readonly ReadOnlySpan<int> _zones = zones;
    private readonly ZoneSet _free = free;

    public bool Accepts(int node) => _free.Take(_zones[node]);
}

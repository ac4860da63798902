namespace RingPerf.Placement;

/// <summary>A point whose position another point owns; it takes over when the owner's node goes.</summary>
internal readonly record struct ShadowPoint(uint Position, int Node);

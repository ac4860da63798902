namespace RingPerf.Coordination.Soak.Sizing;

/// <summary>What a settled fleet costs its server.</summary>
/// <param name="Backend">The kind of server.</param>
/// <param name="Version">The server.</param>
/// <param name="Members">Members of the fleet, all of one group.</param>
/// <param name="Load">What the server did.</param>
/// <param name="Took">In what time.</param>
internal sealed record FleetCost(string Backend, string Version, int Members, ServerLoad Load, TimeSpan Took);

namespace RingPerf.Tests;

/// <summary>Two nodes, and the replica of each whose label hashes to <paramref name="Position"/>.</summary>
internal sealed record CollidingPair(LabelFormat Labels, string A, int ReplicaA, string B, int ReplicaB, uint Position);

namespace RingPerf.Analysis.Rivals;

/// <summary>One of what is compared.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is, in a few words.</param>
/// <param name="Takes">Whether a node may have a weight; of those that it may, the keys follow the weights.</param>
/// <param name="Build">Makes it of nodes, each given once.</param>
internal sealed record RivalKind(string Name, string Description, Predicate<double> Takes, Func<RingNode[], Rival> Build);

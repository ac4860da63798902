using System.Text.Json.Serialization;

namespace RingPerf.Analysis.Statistics;

/// <summary>One node's part of a ring.</summary>
/// <param name="Node">The node's name.</param>
/// <param name="Points">Positions it owns; fewer than its labels where it lost collisions.</param>
/// <param name="Share">Its exact part of the circle, 0 to 1.</param>
/// <param name="Keys">Number of the given keys it owns.</param>
/// <param name="Load">Its part of the weight of all keys, 0 to 1; null where all weigh the same.</param>
/// <param name="Expected">The share that random points would give it.</param>
internal sealed record NodeBalance(
    string Node,
    int Points,
    double Share,
    long Keys,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Load,
    ExpectedShare Expected);

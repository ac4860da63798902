namespace RingPerf;

/// <summary>How a ring finds the first point above a position. Every choice gives the same answers.</summary>
public enum SearchAlgorithm
{
    /// <summary>The ring picks by its number of points.</summary>
    Auto = 0,

    /// <summary>One point after the other, O(n): the definition that the others are tested against.</summary>
    Linear = 1,

    /// <summary>Binary search over the sorted positions, O(log n), no memory besides them.</summary>
    Binary = 2,
}

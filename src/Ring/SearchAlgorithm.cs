namespace RingPerf;

/// <summary>How a ring finds the first point above a position. Every choice gives the same answers.</summary>
/// <remarks>A saved ring names its search, so the values are fixed and only ever appended to.</remarks>
public enum SearchAlgorithm
{
    /// <summary>The ring picks by its number of points.</summary>
    Auto = 0,

    /// <summary>One point after the other, O(n): the definition that the others are tested against.</summary>
    Linear = 1,

    /// <summary>Binary search over the sorted positions, O(log n), no memory besides them.</summary>
    Binary = 2,

    /// <summary>Binary search by conditional moves: no mispredicted branch, O(log n).</summary>
    Branchless = 3,

    /// <summary>Binary search over a breadth-first copy of the positions, O(log n), 8 bytes a point.</summary>
    Eytzinger = 4,

    /// <summary>Starts where a uniform law puts the position and gallops; O(log n), no memory besides the positions.</summary>
    Interpolation = 5,

    /// <summary>Table by the top bits, then one vector comparison: O(1) on average, 3 to 6 bytes a point,
    /// or 1 to 4 with more than 65,536 nodes.</summary>
    Bucket = 6,

    /// <summary>One cache line a lookup for rings larger than the caches: O(1) on average, 9 bytes a point,
    /// or 21 with more than 65,535 nodes.</summary>
    Line = 7,
}

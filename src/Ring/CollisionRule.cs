namespace RingPerf;

/// <summary>Which node owns a position that labels of several nodes hash to.</summary>
/// <remarks>A node that loses a point keeps it in the shadow and gets it back when the winner is removed. The values are
/// fixed and only ever appended to.</remarks>
public enum CollisionRule
{
    /// <summary>The node whose last occurrence in the given order comes last, as in Python where a later entry of a <c>dict</c>
    /// replaces an earlier one.</summary>
    LastWins = 0,

    /// <summary>The node whose name is greatest by its UTF-8 bytes, whatever the given order: what a fleet needs to agree.</summary>
    Canonical = 1,
}

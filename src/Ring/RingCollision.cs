namespace RingPerf;

/// <summary>Two labels that hash to one position: the one that owns it and one that stands in its shadow.</summary>
/// <param name="Position">The position both labels hash to.</param>
/// <param name="Winner">The node that owns the position, an index into <see cref="HashRing.Nodes"/>.</param>
/// <param name="WinnerReplica">The replica number of the owner's label.</param>
/// <param name="Loser">The node in the shadow; equal to <paramref name="Winner"/> where a node collides with itself.</param>
/// <param name="LoserReplica">The replica number of the label in the shadow.</param>
/// <param name="Arc">The run of positions at stake.</param>
public readonly record struct RingCollision(
    uint Position, int Winner, int WinnerReplica, int Loser, int LoserReplica, RingArc Arc);

namespace RingPerf.Analysis.Statistics;

/// <summary>Two labels on one position; the first of each pair is the one that owns it.</summary>
/// <param name="Position">The shared position.</param>
/// <param name="Labels">The owner's label and the one in its shadow.</param>
/// <param name="Nodes">The owner and the node in its shadow.</param>
/// <param name="Arc">The part of the circle at stake, 0 to 1.</param>
/// <param name="OrderDependent">Whether another order of the same nodes gives the arc to the other one.</param>
internal sealed record CollidingPair(
    uint Position, IReadOnlyList<string> Labels, IReadOnlyList<string> Nodes, double Arc, bool OrderDependent)
{
    internal static CollidingPair Of(HashRing ring, RingCollision collision) =>
        new(
            collision.Position,
            [ring.GetLabel(collision.Winner, collision.WinnerReplica), ring.GetLabel(collision.Loser, collision.LoserReplica)],
            [ring.Nodes[collision.Winner], ring.Nodes[collision.Loser]],
            collision.Arc.Share,
            ring.Options.Collisions == CollisionRule.LastWins && collision.Winner != collision.Loser);
}

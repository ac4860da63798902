using System.Text;

namespace RingPerf.Tests;

/// <summary>The collisions of a ring from every label of every node, sorted the plain way.</summary>
internal static class CollisionModel
{
    internal static RingCollision[] Of(RingInput input)
    {
        string[] nodes = input.Distinct;
        string[] order = input.WinningOrder;
        var labels =
            from node in Enumerable.Range(0, nodes.Length)
            from replica in Enumerable.Range(0, input.Options.Replicas)
            let label = PythonModel.Label(nodes[node], input.Options.Labels, replica)
            select (Position: ReferenceHash.Position(input.Options.Hash, Encoding.UTF8.GetBytes(label)), Node: node, Replica: replica);
        var points = labels.GroupBy(label => label.Position).OrderBy(point => point.Key).ToList();
        var collisions = new List<RingCollision>();
        for (int i = 0; i < points.Count; i++)
        {
            var ascending = points[i].OrderBy(label => Array.LastIndexOf(order, nodes[label.Node])).ThenBy(label => label.Replica).ToList();
            (uint position, int winner, int winnerReplica) = ascending[^1];
            uint start = points[i == 0 ? ^1 : i - 1].Key;
            var arc = new RingArc(start, points.Count == 1 ? HashRing.CircleLength : unchecked(position - start), winner);
            collisions.AddRange(ascending[..^1].Select(
                loser => new RingCollision(position, winner, winnerReplica, loser.Node, loser.Replica, arc)));
        }

        return [.. collisions];
    }
}

using RingPerf.Analysis.Statistics;
using static System.FormattableString;

namespace RingPerf.Analysis.Reports;

/// <summary>Collisions as JSON, CSV or a table.</summary>
internal static class CollisionText
{
    internal static string Json(CollisionAnalysis collisions) => JsonContract.Text(collisions);

    internal static string Csv(CollisionAnalysis collisions)
    {
        var csv = new CsvText("position", "owner label", "shadow label", "owner", "shadow", "arc", "order-dependent");
        foreach (CollidingPair pair in collisions.Pairs)
        {
            csv.Row(pair.Position, pair.Labels[0], pair.Labels[1], pair.Nodes[0], pair.Nodes[1], pair.Arc, pair.OrderDependent);
        }

        return csv.ToString();
    }

    internal static void Table(CollisionAnalysis collisions, ConsoleTable table)
    {
        if (collisions.Pairs.Count == 0)
        {
            table.Line("No two labels share a position.");
        }
        else
        {
            table.Write(
                ["position", "owner's label", "label in the shadow", " arc at stake", "order"],
                collisions.Pairs.Select(pair => (string[])
                [
                    Invariant($"0x{pair.Position:x8}"), pair.Labels[0], pair.Labels[1], Invariant($"{pair.Arc:P4}"), pair.OrderDependent ? "matters" : "",
                ]));
        }

        TableOdds(collisions, table);
        table.Line(collisions.Disputed.Positions == 0
            ? "agents: all agree, whatever the order in which they list the nodes"
            : Invariant($"agents: two orders of the nodes can disagree on {Wording.Count(collisions.Disputed.Positions, "arc")}, {collisions.Disputed.Share:P4} of the circle"));
        table.Line(Invariant($"any labels: {collisions.Expected:G4} pairs expected, at least one with probability {collisions.Probability:G4}"));
        table.Line(Invariant(
            $"of two nodes: {collisions.AmongNodes.Expected:G4} pairs expected, at least one with probability {collisions.AmongNodes.Probability:G4}"));
    }

    private static void TableOdds(CollisionAnalysis collisions, ConsoleTable table)
    {
        table.Line("Odds of a collision between two nodes, by number of nodes and replicas:");
        int[] replicas = [.. collisions.Odds.Select(odds => odds.Replicas).Distinct()];
        table.Write(
            [" nodes", .. replicas.Select(count => Invariant($" {count}"))],
            collisions.Odds.GroupBy(odds => odds.Nodes).Select(row => (string[])
                [Invariant($"{row.Key}"), .. row.Select(odds => Invariant($"{odds.Probability:G3}"))]));
    }
}

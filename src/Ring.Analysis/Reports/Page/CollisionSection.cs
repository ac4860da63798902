using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Reports.Page;

/// <summary>Labels that share a position, and the odds of it.</summary>
internal static class CollisionSection
{
    internal static string Html(CollisionAnalysis collisions)
    {
        string html = "<h2 id=\"collisions\">Collisions</h2>\n" + PageText.Of(
            $"<p>{Wording.Count(collisions.Pairs.Count, "label")} lost the position to another label; {collisions.Expected:G3} were to be expected, and at least one has a probability of {collisions.Probability:G3} (between different nodes {collisions.AmongNodes.Probability:G3}).</p>\n");
        if (collisions.Pairs.Count == 0)
        {
            return html;
        }

        var table = new PageTable("collisions.csv", 2, "owner's label", "label in the shadow", "position", "arc at stake");
        foreach (CollidingPair pair in collisions.Pairs)
        {
            table.Row(PageText.Escape(pair.Labels[0]), PageText.Escape(pair.Labels[1]), PageText.Of($"0x{pair.Position:x8}"), PageText.Of($"{pair.Arc:P4}"));
        }

        return html + table.Html();
    }
}

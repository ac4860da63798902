using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Plots;

namespace RingPerf.Analysis.Reports.Page;

/// <summary>What the page's script makes the report's ring from.</summary>
/// <param name="Nodes">Distinct nodes in first-seen order.</param>
/// <param name="Replicas">Points of a node of weight 1.</param>
/// <param name="Labels">Label format.</param>
/// <param name="Collisions">Collision rule.</param>
/// <param name="Palette">Colours of the first nodes.</param>
/// <param name="MostPoints">Most points that a change in the page may make.</param>
/// <param name="MostNodes">Most nodes that a change in the page may make.</param>
internal sealed record PageRing(
    IReadOnlyList<PageNode> Nodes,
    int Replicas,
    string Labels,
    string Collisions,
    IReadOnlyList<string> Palette,
    int MostPoints,
    int MostNodes)
{
    /// <summary>The ring of a report, with which of two nodes wins a shared position read from the given order.</summary>
    internal static PageRing Of(HashRing ring, IReadOnlyList<string> given, int mostPoints, int mostNodes)
    {
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < given.Count; i++)
        {
            ranks[given[i]] = i;
        }

        double[] weights = ring.Weights.ToArray();
        return new PageRing(
            [.. ring.Nodes.Select((name, node) => new PageNode(name, weights[node], ranks[name]))],
            ring.Options.Replicas,
            OptionText.NameOf(OptionText.Labels, ring.Options.Labels),
            OptionText.NameOf(OptionText.Collisions, ring.Options.Collisions),
            [.. Enumerable.Range(0, Color.PaletteSize).Select(node => Color.OfNode(node).Hex)],
            mostPoints,
            mostNodes);
    }
}

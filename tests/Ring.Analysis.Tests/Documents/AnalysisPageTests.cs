using System.Globalization;
using RingPerf.Analysis.Commands;
using RingPerf.Analysis.Rivals;
using RingPerf.Repo.Tests;

namespace RingPerf.Analysis.Tests.Documents;

/// <summary>The tables of docs/analysis.md are what the tool itself says.</summary>
public sealed class AnalysisPageTests
{
    private const string Document = "docs/analysis.md";
    private const int Nodes = 7;
    private const int Replicas = 100;
    private const int Seeds = 200;
    private const int MostNodes = 1_000_000;

    [Fact]
    public void Analysis_ReportScope_IsThatOfTheReport()
    {
        ReportScope brief = Brief(Nodes);
        ReportScope full = Full(Nodes);
        var table = new StringBuilder();
        Line(table, $"| | `report` | `report --full` |");
        Line(table, $"|---|---|---|");
        Line(table, $"| nodes of the rings that are drawn | the given number | {Others(full)} too |");
        Line(table, $"| replicas of the given nodes, up to | {MostReplicas(brief, Nodes):N0} | {MostReplicas(full, Nodes):N0} |");
        Line(table, $"| replicas of 1,000 nodes, up to | | {MostReplicas(full, 1000):N0} |");
        Line(table, $"| rings that `advise` tries its answer on | {brief.AdviceRings:N0} | {full.AdviceRings:N0} |");
        Line(table, $"| nodes up to which it is asked | {Most(nodes => Brief(nodes).AdviceRings):N0} | {Most(nodes => Full(nodes).AdviceRings):N0} |");
        Line(table, $"| runs of each other algorithm | {brief.CompareSeeds:N0} | {full.CompareSeeds:N0} |");
        Line(table, $"| keys of a run | {brief.CompareKeys:N0} | {full.CompareKeys:N0}, fewer above {Most(nodes => Full(nodes).CompareKeys == full.CompareKeys ? 1 : null):N0} nodes |");
        Line(table, $"| nodes up to which they run | {Most(nodes => Brief(nodes).CompareKeys):N0} | {Most(nodes => Full(nodes).CompareKeys):N0} |");
        Line(table, $"\nYour own replica count is drawn too.");
        Assert.Equal("", Others(brief));

        GeneratedSection.Assert(Document, table.ToString(), "scope");
    }

    [Fact]
    public void Analysis_Algorithms_AreThoseCompared()
    {
        var table = new StringBuilder();
        Line(table, $"| row | is |");
        Line(table, $"|---|---|");
        foreach (RivalKind kind in RivalSet.Of(new HashRingOptions()))
        {
            Line(table, $"| `{kind.Name}` | {kind.Description} |");
        }

        GeneratedSection.Assert(Document, table.ToString(), "algorithms");
    }

    private static ReportScope Brief(int nodes) => ReportScope.Brief(nodes, Replicas, Seeds);

    private static ReportScope Full(int nodes) => ReportScope.Full(nodes, Replicas);

    private static string Others(ReportScope scope) => string.Join(
        ", ", scope.Pairs.Select(pair => pair.Nodes).Distinct().Where(nodes => nodes != Nodes).Select(nodes => nodes.ToString("N0", CultureInfo.InvariantCulture)));

    private static int MostReplicas(ReportScope scope, int nodes) => scope.Pairs.Where(pair => pair.Nodes == nodes).Max(pair => pair.Replicas);

    // The greatest number of nodes for which a part is there.
    private static int Most(Func<int, int?> part)
    {
        int low = 1;
        int high = MostNodes;
        Assert.NotNull(part(low));
        Assert.Null(part(high));
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            (low, high) = part(middle) is null ? (low, middle) : (middle, high);
        }

        return low;
    }

    private static void Line(StringBuilder table, FormattableString text) => table.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}

using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Statistics;

/// <summary>A change of the ring's members, tried before it is made.</summary>
/// <param name="Nodes">Who comes, goes or gets another weight.</param>
/// <param name="IsExample">Whether it was chosen here, since none was asked for.</param>
/// <param name="Movement">What it moves.</param>
/// <param name="Ranges">The ranges of the circle that move.</param>
internal sealed record PlannedChange(NodeChanges Nodes, bool IsExample, MovementAnalysis Movement, IReadOnlyList<MovedRange> Ranges)
{
    private const string NewName = "new-node";

    /// <summary>The change that most plans are made of: the busiest node is replaced by one of its weight; a single node gets a second.</summary>
    internal static NodeChanges Example(RingInput input, BalanceAnalysis balance)
    {
        string busiest = balance.Nodes.MaxBy(node => node.Share)!.Node;
        double weight = input.Nodes.Last(node => node.Name == busiest).Weight;
        string name = NewName;
        for (int number = 2; input.Names.Contains(name, StringComparer.Ordinal); number++)
        {
            name = $"{NewName}-{number}";
        }

        return new NodeChanges(
            [name],
            balance.Nodes.Count > 1 ? [busiest] : [],
            weight == 1 ? new Dictionary<string, double>() : new Dictionary<string, double> { [name] = weight });
    }
}

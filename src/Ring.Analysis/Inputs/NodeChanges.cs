namespace RingPerf.Analysis.Inputs;

/// <summary>A change of a ring's members.</summary>
/// <param name="Added">Names of nodes that come, in order, behind those that stay.</param>
/// <param name="Removed">Names of nodes that go.</param>
/// <param name="Weights">New weights, of nodes that stay or come.</param>
internal sealed record NodeChanges(IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyDictionary<string, double> Weights)
{
    /// <summary>The input after the change.</summary>
    internal RingInput ApplyTo(RingInput input)
    {
        var removed = new HashSet<string>(Removed, StringComparer.Ordinal);
        IEnumerable<RingNode> nodes = [.. input.Nodes.Where(node => !removed.Contains(node.Name)), .. Added.Select(name => new RingNode(name))];
        return input with
        {
            Nodes = [.. nodes.Select(node => Weights.TryGetValue(node.Name, out double weight) ? node with { Weight = weight } : node)],
        };
    }
}

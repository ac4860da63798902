namespace RingPerf.Tests;

/// <summary>The arguments of a weighted ring's constructor, as the properties draw them.</summary>
public sealed record WeightedInput(RingNode[] Nodes, HashRingOptions Options)
{
    internal RingInput Names => new([.. Nodes.Select(node => node.Name)], Options);

    public override string ToString() =>
        $"[{string.Join(", ", Nodes.Select(node => $"{Printable.Quote(node.Name)} x {node.Weight}"))}] {Options}";

    internal HashRing Build() => new(Nodes, Options);

    internal PythonModel Model() => new(Names.WinningOrder.Select(name => (name, Replicas(name))), Options.Labels, Options.Hash);

    /// <summary>Points of a node, in decimal arithmetic where that is exact.</summary>
    internal int Replicas(string name) => (int)Math.Max(1, Math.Floor(((decimal)WeightOf(name) * Options.Replicas) + 0.5m));

    internal double WeightOf(string name) => Nodes.Last(node => node.Name == name).Weight;
}

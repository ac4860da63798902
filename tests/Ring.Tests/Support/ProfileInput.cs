namespace RingPerf.Tests;

/// <summary>The arguments of a ring of one of the compatibility profiles, as the properties draw them.</summary>
public sealed record ProfileInput(RingNode[] Nodes, HashRingOptions Options)
{
    public override string ToString() =>
        $"[{string.Join(", ", Nodes.Select(node => $"{Printable.Quote(node.Name)} x {node.Weight}"))}] {Options}";

    internal HashRing Build() => new(Nodes, Options);
}

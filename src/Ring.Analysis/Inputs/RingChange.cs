namespace RingPerf.Analysis.Inputs;

/// <summary>A change of a ring's members.</summary>
/// <param name="Added">Nodes that come, in order, behind those that stay.</param>
/// <param name="Removed">Nodes that go.</param>
internal sealed record RingChange(IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
{
    /// <summary>The input after the change.</summary>
    internal RingInput ApplyTo(RingInput input) => input with { Nodes = [.. input.Nodes.Except(Removed, StringComparer.Ordinal), .. Added] };
}

namespace RingPerf.Analysis.Inputs;

/// <summary>The ring a run is about: its nodes in the given order and its options.</summary>
internal sealed record RingInput(IReadOnlyList<string> Nodes, HashRingOptions Options)
{
    /// <summary>Builds the ring.</summary>
    /// <exception cref="BadInputException">The points are more than a ring can hold.</exception>
    internal HashRing Build()
    {
        try
        {
            return new HashRing(Nodes, Options);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new BadInputException($"--replicas: {e.Message.Split(" (Parameter")[0]}");
        }
    }
}

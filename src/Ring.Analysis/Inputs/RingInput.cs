namespace RingPerf.Analysis.Inputs;

/// <summary>The ring a run is about: its nodes in the given order and its options.</summary>
internal sealed record RingInput(IReadOnlyList<string> Nodes, HashRingOptions Options)
{
    /// <summary>Most points of a ring that is one of many.</summary>
    internal const int MostPoints = 1_000_000_000;

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

    /// <summary>Checks that a ring of this size can be built, before the first of many is.</summary>
    /// <exception cref="BadInputException">The points are more than a ring can hold.</exception>
    internal static void CheckSize(int nodes, int replicas)
    {
        if ((long)nodes * replicas > MostPoints)
        {
            throw new BadInputException($"--replicas: {nodes} nodes of {replicas} replicas have more points than the {MostPoints} a drawn ring may have");
        }
    }
}

namespace RingPerf.Analysis.Inputs;

/// <summary>The ring a run is about: its nodes in the given order and its options.</summary>
internal sealed record RingInput(IReadOnlyList<RingNode> Nodes, HashRingOptions Options)
{
    /// <summary>Most points of a ring that is one of many.</summary>
    internal const int MostPoints = 1_000_000_000;

    private const int PointsOfKetamaLabel = 4;

    /// <summary>The nodes' names in the given order.</summary>
    internal IEnumerable<string> Names => Nodes.Select(node => node.Name);

    /// <summary>Whether any node has another weight than 1.</summary>
    internal bool IsWeighted => Nodes.Any(node => node.Weight != 1);

    /// <summary>Builds the ring.</summary>
    /// <exception cref="BadInputException">The points are more than a ring can hold, or there are none.</exception>
    internal HashRing Build()
    {
        HashRing ring;
        try
        {
            ring = IsWeighted ? new HashRing(Nodes, Options) : new HashRing(Names, Options);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new BadInputException($"--replicas: {e.Message.Split(" (Parameter")[0]}");
        }

        return ring.PointCount > 0 || ring.Nodes.Count == 0 ? ring : throw WithoutPoints(ring.Nodes.Count, Options);
    }

    /// <summary>The refusal of a ring whose nodes have no points.</summary>
    internal static BadInputException WithoutPoints(int nodes, HashRingOptions options) => new(
        $"--replicas: {nodes} nodes of {options.Replicas} replicas have no point under {OptionText.NameOf(OptionText.Profiles, options.Profile)}; more replicas are needed");

    /// <summary>Points that one of <see cref="HashRingOptions.Replicas"/> stands for.</summary>
    internal static int PointsAReplica(RingProfile profile) => profile is RingProfile.Ketama or RingProfile.UhashringKetama ? PointsOfKetamaLabel : 1;

    /// <summary>Checks that a ring of this size can be built, before the first of many is.</summary>
    /// <exception cref="BadInputException">The points are more than a ring can hold.</exception>
    internal static void CheckSize(int nodes, int replicas, RingProfile profile)
    {
        if ((double)nodes * replicas * PointsAReplica(profile) > MostPoints)
        {
            throw new BadInputException($"--replicas: {nodes} nodes of {replicas} replicas have more points than the {MostPoints} a drawn ring may have");
        }
    }
}

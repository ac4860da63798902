namespace RingPerf.Tests;

/// <summary>Preference lists the plain way: every point in ring order, nodes by first occurrence.</summary>
internal static class PreferenceModel
{
    /// <summary>All nodes that own a point, in ring order from a position on.</summary>
    internal static int[] All(HashRing ring, uint position) => [.. Turn(ring, position).Distinct()];

    /// <summary>All nodes with the first of each zone ahead of the others.</summary>
    internal static int[] AllAcrossZones(HashRing ring, uint position, int[] zones)
    {
        int[] all = All(ring, position);
        int[] firsts = [.. all.DistinctBy(node => zones[node])];
        return [.. firsts, .. all.Except(firsts)];
    }

    /// <summary>Owners of all points, from the one that owns a position on.</summary>
    internal static int[] Turn(HashRing ring, uint position)
    {
        int first = ring.Positions.ToArray().Count(point => point <= position);
        int[] owners = ring.Owners.ToArray();
        return [.. owners.Skip(first), .. owners.Take(first)];
    }

    /// <summary>Points to look at until so many distinct nodes are met, or all of them are.</summary>
    internal static int Steps(int[] turn, int wanted, int nodes)
    {
        var met = new HashSet<int>();
        int steps = 0;
        while (steps < turn.Length && met.Count < wanted && met.Count < nodes)
        {
            met.Add(turn[steps++]);
        }

        return steps;
    }
}

using System.Runtime.InteropServices;

namespace RingPerf.Benchmarks.Inputs;

/// <summary>Points without nodes: uniform positions, as a good hash would place them, the same in every run.</summary>
internal static class RandomPoints
{
    private const int Seed = 3;
    private const int RandomProbes = 64;

    /// <summary>Distinct ascending positions.</summary>
    internal static uint[] Positions(int count)
    {
        var random = new Random(Seed);
        var distinct = new HashSet<uint>(count);
        while (distinct.Count < count)
        {
            distinct.Add((uint)random.NextInt64(1L << 32));
        }

        uint[] positions = [.. distinct];
        Array.Sort(positions);
        return positions;
    }

    /// <summary>An owner for each point.</summary>
    internal static int[] Owners(int count, int nodes)
    {
        var random = new Random(Seed);
        int[] owners = new int[count];
        for (int i = 0; i < count; i++)
        {
            owners[i] = random.Next(nodes);
        }

        return owners;
    }

    /// <summary>Positions to try a search at: both ends of the circle, on and beside the outer points, and anywhere.</summary>
    internal static uint[] Probes(uint[] positions)
    {
        uint[] anywhere = new uint[RandomProbes];
        new Random(Seed).NextBytes(MemoryMarshal.AsBytes(anywhere.AsSpan()));
        uint first = positions[0];
        uint last = positions[^1];
        return unchecked([0, uint.MaxValue, first - 1, first, first + 1, last - 1, last, last + 1, .. anywhere]);
    }
}

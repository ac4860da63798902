using System.Runtime.InteropServices;
using RingPerf.Search;

namespace RingPerf.Benchmarks.Inputs;

/// <summary>Points without nodes: uniform positions, as a good hash would place them, the same in every run.</summary>
internal static class RandomPoints
{
    private const int Seed = 3;
    private const int RandomProbes = 64;

    /// <summary>Distinct ascending positions, each with an owner.</summary>
    internal static SearchPoints Of(int count, int nodes)
    {
        var random = new Random(Seed);
        (uint[] positions, int[] owners) = SearchPoints.Allocate(count);
        int held = 0;
        while (held < count)
        {
            random.NextBytes(MemoryMarshal.AsBytes(positions.AsSpan(held, count - held)));
            held = Distinct(positions.AsSpan(0, count));
        }

        for (int i = 0; i < count; i++)
        {
            owners[i] = random.Next(nodes);
        }

        return SearchPoints.Seal(positions, owners, count);
    }

    /// <summary>Positions to try a search at: both ends of the circle, on and beside the outer points, and anywhere.</summary>
    internal static uint[] Probes(SearchPoints points)
    {
        uint[] anywhere = new uint[RandomProbes];
        new Random(Seed).NextBytes(MemoryMarshal.AsBytes(anywhere.AsSpan()));
        uint first = points.Positions[0];
        uint last = points.Positions[points.Count - 1];
        return unchecked([0, uint.MaxValue, first - 1, first, first + 1, last - 1, last, last + 1, .. anywhere]);
    }

    // Sorts and moves distinct values to the front; the number of them.
    private static int Distinct(Span<uint> positions)
    {
        positions.Sort();
        int held = 0;
        foreach (uint position in positions)
        {
            if (held == 0 || positions[held - 1] != position)
            {
                positions[held++] = position;
            }
        }

        return held;
    }
}

using System.Diagnostics;

namespace RingPerf.Search;

/// <summary>Settled points as a search takes them: positions and owners side by side, padded so that no vector load runs out.</summary>
/// <remarks>
/// Design: <see cref="Positions"/> holds <see cref="Count"/> strictly ascending positions and then at least <see cref="Padding"/>
/// times the greatest value, so that a block that starts at any point can be loaded whole. <see cref="Owners"/> holds the first
/// owner once more at index <see cref="Count"/>: a search that runs past the last point has wrapped without a branch.
/// </remarks>
internal readonly struct SearchPoints
{
    /// <summary>Positions behind the last one that may be read.</summary>
    internal const int Padding = 16;

    // Unused room up to an eighth is not worth a copy; only rings of colliding labels have more.
    private const int SlackPart = 8;

    private SearchPoints(uint[] positions, int[] owners, int count)
    {
        Positions = positions;
        Owners = owners;
        Count = count;
    }

    internal uint[] Positions { get; }

    internal int[] Owners { get; }

    internal int Count { get; }

    /// <summary>Arrays with room for <paramref name="count"/> points and their padding, not cleared.</summary>
    internal static (uint[] Positions, int[] Owners) Allocate(int count) =>
        (GC.AllocateUninitializedArray<uint>(count + Padding), GC.AllocateUninitializedArray<int>(count + 1));

    /// <summary>Closes arrays from <see cref="Allocate"/> of which the first <paramref name="count"/> elements are points.</summary>
    internal static SearchPoints Seal(uint[] positions, int[] owners, int count)
    {
        Debug.Assert(positions.Length >= count + Padding && owners.Length > count);
        if (owners.Length - count > 1 + (count / SlackPart))
        {
            Array.Resize(ref positions, count + Padding);
            Array.Resize(ref owners, count + 1);
        }

        positions.AsSpan(count).Fill(uint.MaxValue);
        owners.AsSpan(count).Fill(count == 0 ? -1 : owners[0]);
        return new SearchPoints(positions, owners, count);
    }
}

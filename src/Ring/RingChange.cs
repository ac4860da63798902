namespace RingPerf;

/// <summary>A ring and the one that follows it: who owned a key, who owns it now, and which positions move.</summary>
/// <remarks>Both rings stay usable, so that keys can be read from their old owner until they have arrived at the new one. Immutable; any
/// number of threads may read one.</remarks>
public sealed class RingChange
{
    /// <summary>A change that is planned or made.</summary>
    /// <param name="before">The ring as it was.</param>
    /// <param name="after">The ring as it is to be; its keys have the same positions.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The rings have different hashes or profiles.</exception>
    public RingChange(HashRing before, HashRing after)
        : this(before, after, version: 0)
    {
    }

    /// <summary>A change of a ring that holds versions.</summary>
    /// <param name="before">The ring as it was.</param>
    /// <param name="after">The ring as it is to be.</param>
    /// <param name="version">The version of the latter.</param>
    /// <param name="maker">The parameter that made the latter, which an error names; null where the caller gave the ring itself.</param>
    internal RingChange(HashRing before, HashRing after, long version, string? maker = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (!SamePositions(before.Options, after.Options))
        {
            string name = maker is null ? nameof(after) : $"The ring that {maker} gave";
            Throw.OtherPositions(maker ?? nameof(after), name, after.Options, before.Options);
        }

        Before = before;
        After = after;
        Version = version;
    }

    /// <summary>The ring as it was.</summary>
    public HashRing Before { get; }

    /// <summary>The ring as it is after the change.</summary>
    public HashRing After { get; }

    /// <summary>The version as which a <see cref="ConcurrentHashRing"/> holds <see cref="After"/>, one above that of <see cref="Before"/> unless they are
    /// the same; 0 for a change that was made by no such ring.</summary>
    public long Version { get; }

    /// <summary>The owners of a key in both rings.</summary>
    /// <param name="key">The key's text, hashed once, as UTF-8.</param>
    /// <returns>Names, null on an empty ring; equal where the key stays.</returns>
    /// <remarks>Allocates nothing.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> has a lone surrogate.</exception>
    public (string? Before, string? After) GetOwners(string key) => GetOwnersAt(Before.GetPosition(key));

    /// <inheritdoc cref="GetOwners(string)"/>
    public (string? Before, string? After) GetOwners(ReadOnlySpan<char> key) => GetOwnersAt(Before.GetPosition(key));

    /// <summary>The owners in both rings of a key given as bytes.</summary>
    /// <param name="utf8">The key's UTF-8 text; the bytes are hashed as given, unvalidated.</param>
    /// <returns>Names, null on an empty ring; equal where the key stays.</returns>
    /// <remarks>Allocates nothing.</remarks>
    public (string? Before, string? After) GetOwners(ReadOnlySpan<byte> utf8) => GetOwnersAt(Before.GetPosition(utf8));

    /// <summary>The owners of a position in both rings.</summary>
    /// <param name="position">A place on the circle.</param>
    /// <returns>Names, null on an empty ring; equal where the position stays.</returns>
    /// <remarks>Allocates nothing. O(log of the points).</remarks>
    public (string? Before, string? After) GetOwnersAt(uint position) => (NameAt(Before, position), NameAt(After, position));

    /// <summary>The runs of positions that change their owner, exact.</summary>
    /// <returns>A new array, round the circle from the lowest point of both rings on; no two runs that touch have the same owners. Their lengths
    /// sum to what moves.</returns>
    /// <remarks>O(n) in the number of points of both rings.</remarks>
    public RingMove[] GetMoves() => new MoveWalk(Before, After).Moves();

    /// <summary>The part of the circle that changes its owner, exact.</summary>
    /// <returns>0 where nothing moves, to 1.</returns>
    /// <remarks>O(n) in the number of points of both rings.</remarks>
    public double GetMovedShare()
    {
        ulong moved = 0;
        foreach (RingMove move in GetMoves())
        {
            moved += move.Length;
        }

        return moved / (double)HashRing.CircleLength;
    }

    private static string? NameAt(HashRing ring, uint position)
    {
        int owner = ring.GetNodeIndexAt(position);
        return owner < 0 ? null : ring.Nodes[owner];
    }

    private static bool SamePositions(HashRingOptions one, HashRingOptions other) =>
        one.Profile == other.Profile && (one.Hash == other.Hash || (IsMd5(one.Hash) && IsMd5(other.Hash)));

    private static bool IsMd5(HashFunction hash) => hash is HashFunction.Md5 or HashFunction.Md5Platform;
}

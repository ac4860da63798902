using System.Runtime.CompilerServices;
using RingPerf.Hashing;
using RingPerf.Keys;
using RingPerf.Search;

namespace RingPerf;

/// <summary>Key text to owner: the one place where hash, search and owners meet. One virtual call a lookup, none inside.</summary>
internal abstract class RingCore
{
    /// <summary>Bytes of the search index besides positions and owners.</summary>
    internal abstract long IndexBytes { get; }

    internal abstract uint Position(ReadOnlySpan<byte> utf8);

    /// <summary>Position of a key; <paramref name="element"/> is its index in a batch, or -1, for the error text.</summary>
    internal abstract uint Position(ReadOnlySpan<char> text, int element);

    /// <summary>Positions of packed keys whose offsets have been checked.</summary>
    internal abstract void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions);

    /// <summary>Positions of keys from an index on, one for each place of the destination.</summary>
    internal abstract void Positions(ReadOnlySpan<string> keys, int first, Span<uint> positions);

    internal abstract int FindPoint(uint position);

    internal abstract int FindOwner(uint position);

    internal abstract int Find(ReadOnlySpan<byte> utf8);

    internal abstract int Find(ReadOnlySpan<char> text);

    /// <summary>Owners of packed keys whose offsets have been checked.</summary>
    internal abstract void FindMany(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<int> owners);

    internal abstract void FindMany(ReadOnlySpan<string> keys, Span<int> owners);
}

/// <inheritdoc cref="RingCore"/>
internal sealed class RingCore<THash, TSearch>(TSearch search) : RingCore
    where THash : struct, IKeyHash<THash>
    where TSearch : struct, IPointSearch<TSearch>
{
    private const int StackChars = 512;
    private const int ChunkBytes = 4096;
    private const int BlockKeys = 1024;

    private readonly TSearch _search = search;

    internal override long IndexBytes => _search.IndexBytes;

    internal override uint Position(ReadOnlySpan<byte> utf8) => THash.Position(utf8);

    [SkipLocalsInit]
    internal override uint Position(ReadOnlySpan<char> text, int element)
    {
        if (text.Length > StackChars)
        {
            return LongPosition(text, element);
        }

        Span<byte> utf8 = stackalloc byte[StackChars * StrictUtf8.MaxBytesPerChar];
        int length = AsciiText.TryNarrowForLoad(text, utf8) ? text.Length : StrictUtf8.TryEncode(text, utf8);
        if (length < 0)
        {
            Throw.LoneSurrogateInKey(text, ~length, element);
        }

        return THash.Position(utf8[..length]);
    }

    internal override void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions) =>
        THash.Positions(utf8, offsets, positions);

    [SkipLocalsInit]
    internal override void Positions(ReadOnlySpan<string> keys, int first, Span<uint> positions)
    {
        var block = new StringBlock(stackalloc byte[StringBlock.Bytes], stackalloc int[StringBlock.Keys + 1]);
        keys = keys[..(first + positions.Length)];
        while (first < keys.Length)
        {
            int packed = block.Pack(keys, first);
            if (packed == 0)
            {
                positions[0] = Position(keys[first], first);
                packed = 1;
            }
            else
            {
                THash.Positions(block.Utf8, block.Offsets, positions[..packed]);
            }

            positions = positions[packed..];
            first += packed;
        }
    }

    internal override int FindPoint(uint position) => _search.FindPoint(position);

    internal override int FindOwner(uint position) => _search.FindOwner(position);

    internal override int Find(ReadOnlySpan<byte> utf8) => _search.FindOwner(THash.Position(utf8));

    internal override int Find(ReadOnlySpan<char> text) => _search.FindOwner(Position(text, element: -1));

    // Two stages over a buffer that stays in the first-level cache: all positions of a block, then all their owners.
    [SkipLocalsInit]
    internal override void FindMany(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<int> owners)
    {
        Span<uint> positions = stackalloc uint[BlockKeys];
        for (int first = 0; first < owners.Length; first += BlockKeys)
        {
            int keys = Math.Min(BlockKeys, owners.Length - first);
            THash.Positions(utf8, offsets.Slice(first, keys + 1), positions[..keys]);
            _search.FindOwners(positions[..keys], owners.Slice(first, keys));
        }
    }

    [SkipLocalsInit]
    internal override void FindMany(ReadOnlySpan<string> keys, Span<int> owners)
    {
        var block = new StringBlock(stackalloc byte[StringBlock.Bytes], stackalloc int[StringBlock.Keys + 1]);
        Span<uint> positions = stackalloc uint[StringBlock.Keys];
        for (int first = 0; first < keys.Length;)
        {
            int packed = block.Pack(keys, first);
            if (packed == 0)
            {
                owners[first] = _search.FindOwner(Position(keys[first], first));
                first++;
                continue;
            }

            THash.Positions(block.Utf8, block.Offsets, positions[..packed]);
            _search.FindOwners(positions[..packed], owners.Slice(first, packed));
            first += packed;
        }
    }

    [SkipLocalsInit]
    private static uint LongPosition(ReadOnlySpan<char> text, int element)
    {
        var chunks = new Utf8Chunks(text, stackalloc byte[ChunkBytes]);
        uint position = THash.Position(ref chunks);
        if (chunks.InvalidIndex >= 0)
        {
            Throw.LoneSurrogateInKey(text, chunks.InvalidIndex, element);
        }

        return position;
    }
}

using System.Runtime.CompilerServices;
using RingPerf.Hashing.Md5;
using RingPerf.Hashing.Tooz;
using RingPerf.Keys;
using RingPerf.Placement;
using RingPerf.Search;

namespace RingPerf;

/// <summary>Lookups exact to 128 bits: a search of the first 32, and all of them where a point has those of the key.</summary>
/// <remarks>A key shares its first 32 bits with one of n points once in 2^32 / n times, so that the whole digest is rarely computed.</remarks>
internal sealed class ToozCore<TSearch>(TSearch search, PointTable points) : RingCore
    where TSearch : struct, IPointSearch<TSearch>
{
    private const int ChunkBytes = 4096;

    private readonly RingCore<ToozHash, TSearch> _first32 = new(search);
    private readonly ExactPoints _exact = points.Exact!;
    private readonly uint[] _positions = points.Search.Positions;
    private readonly int[] _owners = points.Search.Owners;
    private readonly int _count = points.Count;

    internal override long IndexBytes => _first32.IndexBytes;

    internal override uint Position(ReadOnlySpan<byte> utf8) => _first32.Position(utf8);

    internal override uint Position(ReadOnlySpan<char> text, int element) => _first32.Position(text, element);

    internal override void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions) =>
        _first32.Positions(utf8, offsets, positions);

    internal override void Positions(ReadOnlySpan<string> keys, int first, Span<uint> positions) =>
        _first32.Positions(keys, first, positions);

    internal override int FindPoint(uint position) => _first32.FindPoint(position);

    internal override int FindOwner(uint position) => _first32.FindOwner(position);

    internal override int Find(ReadOnlySpan<byte> utf8)
    {
        int owner = Find(_first32.Position(utf8), out bool shared);
        return shared ? _exact.FindOwner(Md5Digest.Number(Md5Digest.Of(utf8))) : owner;
    }

    internal override int Find(ReadOnlySpan<char> text) => Find(text, element: -1);

    internal override void FindMany(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<int> owners)
    {
        for (int i = 0; i < owners.Length; i++)
        {
            owners[i] = Find(utf8[offsets[i]..offsets[i + 1]]);
        }
    }

    internal override void FindMany(ReadOnlySpan<string> keys, Span<int> owners)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] is null)
            {
                Throw.NullElement(nameof(keys), i);
            }

            owners[i] = Find(keys[i], i);
        }
    }

    private int Find(ReadOnlySpan<char> text, int element)
    {
        int owner = Find(_first32.Position(text, element), out bool shared);
        return shared ? FindExact(text) : owner;
    }

    private int Find(uint position, out bool shared)
    {
        int point = _first32.FindPoint(position);
        shared = _positions[point == 0 ? _count - 1 : point - 1] == position;
        return _owners[point];
    }

    [SkipLocalsInit]
    private int FindExact(ReadOnlySpan<char> text)
    {
        var state = new Md5State();
        var chunks = new Utf8Chunks(text, stackalloc byte[ChunkBytes]);
        while (chunks.MoveNext(out ReadOnlySpan<byte> chunk))
        {
            state.Append(chunk);
        }

        return _exact.FindOwner(Md5Digest.Number(state.Digest()));
    }
}

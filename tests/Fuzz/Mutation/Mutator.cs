using System.Buffers.Binary;
using System.Text;
using RingPerf.Fuzz.Targets;

namespace RingPerf.Fuzz.Mutation;

/// <summary>Makes inputs from seeds: a few changes each, of bits, bytes, numbers and pieces, as AFL's havoc stage does.</summary>
internal sealed class Mutator
{
    /// <summary>Longest input.</summary>
    internal const int MostBytes = 4096;

    private const int MostChanges = 8;
    private const int LongestPiece = 64;

    private static readonly int[] Edges = [0, 1, -1, 127, 128, 255, 256, 32767, 32768, 65535, int.MaxValue, int.MinValue];

    private readonly Draws _draws;
    private readonly IReadOnlyList<byte[]> _seeds;
    private readonly byte[][] _tokens;
    private readonly Action<List<byte>>[] _changes;

    internal Mutator(IFuzzTarget target, IReadOnlyList<byte[]> seeds, ulong seed)
    {
        _draws = new Draws(seed);
        _seeds = seeds;
        _tokens = [.. target.Tokens.Select(Encoding.Latin1.GetBytes)];
        _changes = [Flip, Set, SetNumber, Insert, Delete, Repeat, InsertToken, InsertToken, Splice];
    }

    /// <summary>The next input.</summary>
    internal byte[] Next()
    {
        var bytes = new List<byte>(_draws.Pick(_seeds));
        for (int changes = 1 + _draws.Below(MostChanges); changes > 0; changes--)
        {
            _draws.Pick(_changes)(bytes);
        }

        return [.. bytes.Take(MostBytes)];
    }

    private void Flip(List<byte> bytes)
    {
        if (bytes.Count > 0)
        {
            bytes[_draws.Below(bytes.Count)] ^= (byte)(1 << _draws.Below(8));
        }
    }

    private void Set(List<byte> bytes)
    {
        if (bytes.Count > 0)
        {
            bytes[_draws.Below(bytes.Count)] = (byte)_draws.Next();
        }
    }

    private void SetNumber(List<byte> bytes)
    {
        if (bytes.Count < sizeof(int))
        {
            return;
        }

        Span<byte> number = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(number, _draws.Pick(Edges));
        int at = _draws.Below(bytes.Count - sizeof(int) + 1);
        for (int i = 0; i < number.Length; i++)
        {
            bytes[at + i] = number[i];
        }
    }

    private void Insert(List<byte> bytes) => bytes.Insert(_draws.Below(bytes.Count + 1), (byte)_draws.Next());

    private void Delete(List<byte> bytes)
    {
        (int at, int length) = Piece(bytes);
        bytes.RemoveRange(at, length);
    }

    private void Repeat(List<byte> bytes)
    {
        (int at, int length) = Piece(bytes);
        byte[] piece = [.. bytes.GetRange(at, length)];
        for (int times = 1 + _draws.Below(4); times > 0 && bytes.Count < MostBytes; times--)
        {
            bytes.InsertRange(at, piece);
        }
    }

    private void InsertToken(List<byte> bytes) => bytes.InsertRange(_draws.Below(bytes.Count + 1), _draws.Pick(_tokens));

    private void Splice(List<byte> bytes)
    {
        var other = new List<byte>(_draws.Pick(_seeds));
        (int at, int length) = Piece(other);
        bytes.InsertRange(_draws.Below(bytes.Count + 1), other.GetRange(at, length));
    }

    private (int At, int Length) Piece(List<byte> bytes)
    {
        int at = _draws.Below(bytes.Count + 1);
        return (at, Math.Min(bytes.Count - at, _draws.Below(LongestPiece + 1)));
    }
}

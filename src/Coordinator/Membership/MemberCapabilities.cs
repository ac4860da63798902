using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace RingPerf.Coordination;

/// <summary>What a member says of itself in a group: one MessagePack value, kept as its bytes.</summary>
/// <remarks>
/// <para>tooz stores capabilities as MessagePack, and its versions differ in what "none" is, so a value of another member is opaque:
/// it is passed on as found, and only read where asked. Equality is by bytes, so the two forms of "none" are unequal.</para>
/// <para>The default value is <see cref="None"/>. Immutable; safe to share between threads.</para>
/// </remarks>
public readonly struct MemberCapabilities : IEquatable<MemberCapabilities>
{
    private const byte Nil = 0xC0;
    private const byte Bin8 = 0xC4;
    private const byte Bin16 = 0xC5;
    private const byte Bin32 = 0xC6;
    private const byte Float64 = 0xCB;
    private const byte UInt8 = 0xCC;
    private const byte UInt16 = 0xCD;
    private const byte UInt32 = 0xCE;
    private const byte MapOfOne = 0x81;
    private const byte ShortText = 0xA0;
    private const string WeightKey = "weight";

    private static readonly byte[] EmptyBin = [Bin8, 0];

    private readonly byte[]? _encoded;

    private MemberCapabilities(byte[] encoded) => _encoded = encoded;

    /// <summary>No capabilities, as aodh's agents join: the empty byte string, <c>C4 00</c>.</summary>
    public static MemberCapabilities None => default;

    /// <summary>The value as it is stored: one MessagePack object.</summary>
    public ReadOnlyMemory<byte> Encoded => _encoded ?? EmptyBin;

    /// <summary>Whether the value is the empty byte string or nil, the two forms of "none" that tooz writes.</summary>
    public bool IsNone => Encoded.Span is [Bin8, 0] or [Nil];

    /// <summary>The capabilities that are a byte string.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <returns>Capabilities whose bytes <see cref="TryGetBytes"/> gives back.</returns>
    public static MemberCapabilities FromBytes(ReadOnlySpan<byte> bytes)
    {
        byte[] header = bytes.Length switch
        {
            <= byte.MaxValue => [Bin8, (byte)bytes.Length],
            <= ushort.MaxValue => [Bin16, (byte)(bytes.Length >> 8), (byte)bytes.Length],
            _ => [Bin32, 0, 0, 0, 0],
        };
        if (header[0] == Bin32)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(1), bytes.Length);
        }

        return new MemberCapabilities([.. header, .. bytes]);
    }

    /// <summary>The capabilities <c>{"weight": n}</c>, as tooz's <c>join_partitioned_group</c> stores them.</summary>
    /// <param name="weight">How much of the work the member takes, beside the others' weights; above zero. A whole number below
    /// 2^32 is stored as one, as Python does, any other as a 64-bit float.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is not above zero or not finite.</exception>
    /// <returns>Capabilities whose weight <see cref="TryGetWeight"/> gives back.</returns>
    public static MemberCapabilities FromWeight(double weight)
    {
        if (!(weight > 0) || !double.IsFinite(weight))
        {
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "A weight must be above zero and finite.");
        }

        byte[] number = new byte[9];
        int length = 9;
        if (weight <= uint.MaxValue && weight == Math.Floor(weight))
        {
            length = weight switch { <= 0x7F => 1, <= byte.MaxValue => 2, <= ushort.MaxValue => 3, _ => 5 };
            BinaryPrimitives.WriteUInt64BigEndian(number.AsSpan(1), (ulong)weight << (8 * (9 - Math.Max(length, 2))));
            number[0] = length switch { 1 => (byte)weight, 2 => UInt8, 3 => UInt16, _ => UInt32 };
        }
        else
        {
            number[0] = Float64;
            BinaryPrimitives.WriteDoubleBigEndian(number.AsSpan(1), weight);
        }

        return new MemberCapabilities([MapOfOne, (byte)(ShortText + WeightKey.Length), .. Encoding.ASCII.GetBytes(WeightKey), .. number[..length]]);
    }

    /// <summary>The capabilities with a copy of an encoded value, unvalidated.</summary>
    /// <param name="encoded">The bytes of one MessagePack object, or whatever a back end held.</param>
    /// <returns>Capabilities of these very bytes.</returns>
    public static MemberCapabilities FromEncoded(ReadOnlySpan<byte> encoded) => new(encoded.ToArray());

    /// <summary>The byte string that the value is.</summary>
    /// <param name="bytes">The bytes; empty where the value is "none" or something else.</param>
    /// <returns>False where the value is neither a byte string nor "none".</returns>
    public bool TryGetBytes(out ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> encoded = Encoded.Span;
        long length = encoded switch
        {
            [Nil] => 0,
            [Bin8, byte n, ..] => n,
            [Bin16, byte high, byte low, ..] => (high << 8) | low,
            [Bin32, _, _, _, _, ..] => BinaryPrimitives.ReadUInt32BigEndian(encoded[1..]),
            _ => -1,
        };
        int header = encoded switch { [Bin8, ..] => 2, [Bin16, ..] => 3, [Bin32, ..] => 5, _ => 1 };
        bool found = length >= 0 && header + length == encoded.Length;
        bytes = found ? Encoded[header..] : default;
        return found;
    }

    /// <summary>The weight of a map <c>{"weight": n}</c>, whatever else the map holds.</summary>
    /// <param name="weight">The weight, above zero and finite; 1 where there is none, as tooz takes it.</param>
    /// <returns>False where there is none, or one that no ring can have.</returns>
    public bool TryGetWeight(out double weight)
    {
        bool found = MessagePackMap.TryGetNumber(Encoded.Span, WeightKey, out weight) && weight > 0 && double.IsFinite(weight);
        weight = found ? weight : 1;
        return found;
    }

    /// <inheritdoc/>
    public bool Equals(MemberCapabilities other) => Encoded.Span.SequenceEqual(other.Encoded.Span);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is MemberCapabilities other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Encoded.Span);
        return hash.ToHashCode();
    }

    /// <summary>The encoded bytes in hexadecimal.</summary>
    /// <returns>Two upper-case digits a byte.</returns>
    public override string ToString() => Convert.ToHexString(Encoded.Span);

    /// <summary>Whether the encoded bytes are equal.</summary>
    public static bool operator ==(MemberCapabilities left, MemberCapabilities right) => left.Equals(right);

    /// <summary>Whether the encoded bytes differ.</summary>
    public static bool operator !=(MemberCapabilities left, MemberCapabilities right) => !left.Equals(right);
}

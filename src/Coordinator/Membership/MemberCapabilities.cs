using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

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

    /// <summary>The capabilities with a copy of an encoded value, unvalidated.</summary>
    /// <param name="encoded">The bytes of one MessagePack object, or whatever a back end held.</param>
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
    public override string ToString() => Convert.ToHexString(Encoded.Span);

    /// <summary>Whether the encoded bytes are equal.</summary>
    public static bool operator ==(MemberCapabilities left, MemberCapabilities right) => left.Equals(right);

    /// <summary>Whether the encoded bytes differ.</summary>
    public static bool operator !=(MemberCapabilities left, MemberCapabilities right) => !left.Equals(right);
}

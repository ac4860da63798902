using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace RingPerf.Coordination;

/// <summary>The name of a member of a group: bytes, compared as bytes.</summary>
/// <remarks>
/// <para>Members are bytes on every back end, so two names are equal when their bytes are, and they are ordered by unsigned bytes,
/// a shorter name before a longer one that starts with it. Text is strict UTF-8; nothing is normalised or trimmed.</para>
/// <para>The default value is the empty name, which no group accepts. Immutable; safe to share between threads.</para>
/// </remarks>
public readonly struct MemberId : IEquatable<MemberId>, IComparable<MemberId>
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[]? _bytes;

    private MemberId(byte[] bytes) => _bytes = bytes;

    /// <summary>The bytes of the name.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Whether the name has no bytes.</summary>
    public bool IsEmpty => Bytes.IsEmpty;

    /// <summary>Whether the bytes are valid UTF-8, so that the name can be a node of a ring.</summary>
    public bool IsText => Utf8.IsValid(Bytes);

    /// <summary>A new unique name: a UUID as 36 lower-case ASCII characters, as aodh's agents draw theirs.</summary>
    /// <returns>A name that no other member has.</returns>
    public static MemberId New() => FromText(Guid.NewGuid().ToString("D"));

    /// <summary>The name with a copy of these bytes.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <returns>The name, a copy of the bytes.</returns>
    public static MemberId FromBytes(ReadOnlySpan<byte> bytes) => new(bytes.ToArray());

    /// <summary>The name whose bytes are the UTF-8 of a text.</summary>
    /// <param name="text">Any text without a lone surrogate.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="text"/> has a lone surrogate; the message has its index.</exception>
    /// <returns>The name, the text's UTF-8.</returns>
    public static MemberId FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return new MemberId(StrictUtf8.GetBytes(text));
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException(
                $"A member id has a lone surrogate at index {e.Index}; text must be valid UTF-16.", nameof(text), e);
        }
    }

    /// <summary>The text whose UTF-8 the name is.</summary>
    /// <param name="text">The text, exact; null where the bytes are no valid UTF-8.</param>
    /// <returns>False where the bytes are no valid UTF-8.</returns>
    public bool TryGetText([NotNullWhen(true)] out string? text)
    {
        text = IsText ? Encoding.UTF8.GetString(Bytes) : null;
        return text is not null;
    }

    /// <summary>The text of the name; where its bytes are no valid UTF-8, a form to read, not to parse.</summary>
    /// <returns>Valid UTF-8 as it is. Otherwise each byte that fits no character is written <c>\xhh</c> with lower-case digits, each
    /// backslash <c>\\</c>, and the rest as it is.</returns>
    public override string ToString() => TryGetText(out string? text) ? text : Escape(Bytes);

    /// <inheritdoc/>
    public bool Equals(MemberId other) => Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is MemberId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    /// <summary>Compares by unsigned bytes, the order in which members become the nodes of a ring.</summary>
    /// <param name="other">The name to compare with.</param>
    /// <returns>Below 0, 0 or above 0.</returns>
    public int CompareTo(MemberId other) => Bytes.SequenceCompareTo(other.Bytes);

    /// <summary>Whether the bytes are equal.</summary>
    public static bool operator ==(MemberId left, MemberId right) => left.Equals(right);

    /// <summary>Whether the bytes differ.</summary>
    public static bool operator !=(MemberId left, MemberId right) => !left.Equals(right);

    /// <summary>Whether the left name comes before the right one.</summary>
    public static bool operator <(MemberId left, MemberId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left name is the right one or comes before it.</summary>
    public static bool operator <=(MemberId left, MemberId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left name comes after the right one.</summary>
    public static bool operator >(MemberId left, MemberId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left name is the right one or comes after it.</summary>
    public static bool operator >=(MemberId left, MemberId right) => left.CompareTo(right) >= 0;

    private static string Escape(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out Rune rune, out int used) != System.Buffers.OperationStatus.Done)
            {
                foreach (byte wrong in bytes[..used])
                {
                    text.Append("\\x").Append(Convert.ToHexStringLower([wrong]));
                }
            }
            else
            {
                text.Append(rune.Value == '\\' ? "\\\\" : rune.ToString());
            }

            bytes = bytes[used..];
        }

        return text.ToString();
    }
}

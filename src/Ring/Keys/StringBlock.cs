using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RingPerf.Keys;

/// <summary>A run of strings as packed UTF-8 in a buffer that stays in the first-level cache.</summary>
internal ref struct StringBlock
{
    /// <summary>Most strings of a block.</summary>
    internal const int Keys = 256;

    /// <summary>Bytes of the text buffer.</summary>
    internal const int Bytes = 16 * 1024;

    private readonly Span<byte> _utf8;
    private readonly Span<int> _offsets;
    private int _keys;

    internal StringBlock(Span<byte> utf8, Span<int> offsets)
    {
        _utf8 = utf8;
        _offsets = offsets;
        _offsets[0] = 0;
    }

    /// <summary>The packed text, up to the end of its last key.</summary>
    internal readonly ReadOnlySpan<byte> Utf8 => _utf8[.._offsets[_keys]];

    /// <summary>One offset more than there are keys.</summary>
    internal readonly ReadOnlySpan<int> Offsets => _offsets[..(_keys + 1)];

    /// <summary>Packs strings from an index on until the block is full; 0 where the first one alone is too long.</summary>
    /// <exception cref="ArgumentNullException">A string is null.</exception>
    /// <exception cref="ArgumentException">A string has a lone surrogate.</exception>
    internal int Pack(ReadOnlySpan<string> keys, int first)
    {
        _keys = 0;
        int end = 0;
        int most = Math.Min(Keys, keys.Length - first);
        while (_keys < most)
        {
            string? key = keys[first + _keys];
            if (key is null)
            {
                Throw.NullElement(nameof(keys), first + _keys);
            }

            if (key.Length > (Bytes - end) / StrictUtf8.MaxBytesPerChar)
            {
                break;
            }

            Span<byte> rest = _utf8[end..];
            if (!TryNarrow(key, rest))
            {
                int written = StrictUtf8.TryEncode(key, rest);
                if (written < 0)
                {
                    Throw.LoneSurrogateInKey(key, ~written, first + _keys);
                }

                end += written;
            }
            else
            {
                end += key.Length;
            }

            _offsets[++_keys] = end;
        }

        return _keys;
    }

    // ASCII of 8 to 64 chars, most keys there are: two overlapping vectors or three, without a call.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryNarrow(string key, Span<byte> destination)
    {
        ref ushort text = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(key.AsSpan()));
        ref byte utf8 = ref MemoryMarshal.GetReference(destination);
        nuint length = (nuint)key.Length;
        if (length is < 8 or > 64)
        {
            return length == 0;
        }

        if (length < 16)
        {
            Vector128<ushort> head = Vector128.LoadUnsafe(ref text);
            Vector128<ushort> tail = Vector128.LoadUnsafe(ref text, length - 8);
            Vector128.Narrow(head, head).GetLower().StoreUnsafe(ref utf8);
            Vector128.Narrow(tail, tail).GetLower().StoreUnsafe(ref utf8, length - 8);
            return Ascii(head | tail);
        }

        Vector128<ushort> seen = Narrow16(ref text, ref utf8, length - 16);
        for (nuint at = 0; at + 16 < length; at += 16)
        {
            seen |= Narrow16(ref text, ref utf8, at);
        }

        return Ascii(seen);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Narrow16(ref ushort text, ref byte utf8, nuint at)
    {
        Vector128<ushort> low = Vector128.LoadUnsafe(ref text, at);
        Vector128<ushort> high = Vector128.LoadUnsafe(ref text, at + 8);
        Vector128.Narrow(low, high).StoreUnsafe(ref utf8, at);
        return low | high;
    }

    private static bool Ascii(Vector128<ushort> text) => (text & Vector128.Create((ushort)0xff80)) == Vector128<ushort>.Zero;
}

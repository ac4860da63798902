using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RingPerf.Keys;

/// <summary>A run of strings as packed UTF-8 in a buffer that stays in the first-level cache.</summary>
internal ref struct StringBlock
{
    /// <summary>Most strings of a block.</summary>
    internal const int Keys = 256;

    /// <summary>Bytes of the text buffer.</summary>
    internal const int Bytes = 16 * 1024;

    private const int PrefetchDistance = 12;
    private const int LineBytes = 64;

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
        ReadOnlySpan<string> most = keys.Slice(first, Math.Min(Keys, keys.Length - first));
        int end = 0;
        _keys = 0;
        foreach (string? key in most)
        {
            if (key is null)
            {
                Throw.NullElement(nameof(keys), first + _keys);
            }

            if (key.Length > (Bytes - end) / StrictUtf8.MaxBytesPerChar)
            {
                break;
            }

            Prefetch(keys, first + _keys + PrefetchDistance);
            end += TryNarrow(key, _utf8[end..]) ? key.Length : Encode(key, _utf8[end..], first + _keys);
            _offsets[++_keys] = end;
        }

        return _keys;
    }

    private static int Encode(string key, Span<byte> destination, int element)
    {
        int written = StrictUtf8.TryEncode(key, destination);
        if (written < 0)
        {
            Throw.LoneSurrogateInKey(key, ~written, element);
        }

        return written;
    }

    // Strings lie anywhere; the address is only hinted at, so it does not matter if the collector moves the string meanwhile.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Prefetch(ReadOnlySpan<string> keys, int index)
    {
        if (Sse.IsSupported && index < keys.Length)
        {
            nint address = Unsafe.As<string, nint>(ref Unsafe.AsRef(in keys[index]));
            Sse.Prefetch0((void*)address);
            Sse.Prefetch0((void*)(address + LineBytes));
        }
    }

    // ASCII of 8 to 64 chars, most keys there are, in overlapping vectors without a call. Saturation spoils other text, which is
    // then encoded anew; for ASCII it is the one-instruction narrowing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryNarrow(string key, Span<byte> destination)
    {
        ref short text = ref Unsafe.As<char, short>(ref MemoryMarshal.GetReference(key.AsSpan()));
        ref sbyte utf8 = ref Unsafe.As<byte, sbyte>(ref MemoryMarshal.GetReference(destination));
        nuint length = (nuint)key.Length;
        if (length is < 8 or > 64)
        {
            return length == 0;
        }

        if (length < 16)
        {
            Vector128<short> head = Vector128.LoadUnsafe(ref text);
            Vector128<short> tail = Vector128.LoadUnsafe(ref text, length - 8);
            Vector128.NarrowWithSaturation(head, head).GetLower().StoreUnsafe(ref utf8);
            Vector128.NarrowWithSaturation(tail, tail).GetLower().StoreUnsafe(ref utf8, length - 8);
            return Ascii(head | tail);
        }

        Vector128<short> seen = Narrow16(ref text, ref utf8, length - 16);
        for (nuint at = 0; at + 16 < length; at += 16)
        {
            seen |= Narrow16(ref text, ref utf8, at);
        }

        return Ascii(seen);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Narrow16(ref short text, ref sbyte utf8, nuint at)
    {
        Vector128<short> low = Vector128.LoadUnsafe(ref text, at);
        Vector128<short> high = Vector128.LoadUnsafe(ref text, at + 8);
        Vector128.NarrowWithSaturation(low, high).StoreUnsafe(ref utf8, at);
        return low | high;
    }

    private static bool Ascii(Vector128<short> text) => (text & Vector128.Create(unchecked((short)0xff80))) == Vector128<short>.Zero;
}

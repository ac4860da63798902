using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace RingPerf.Keys;

/// <summary>A run of strings as packed UTF-8 in a buffer that stays in the first-level cache.</summary>
internal ref struct StringBlock
{
    /// <summary>Most strings of a block.</summary>
    internal const int Keys = 288;

    /// <summary>Bytes of the text buffer.</summary>
    internal const int Bytes = 16 * 1024;

    private const int PrefetchDistance = 32;
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
            end += AsciiText.TryNarrow(key, _utf8[end..]) ? key.Length : Encode(key, _utf8[end..], first + _keys);
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
}

using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RingPerf.Keys;

/// <summary>UTF-16 that is all ASCII, to bytes: its UTF-8 is each char's low byte.</summary>
/// <remarks>Saturation spoils other text, which is then encoded anew; for ASCII it is the one-instruction narrowing.</remarks>
internal static class AsciiText
{
    private const int MostChars = 64;

    /// <summary>Narrows ASCII of 8 to 64 chars, most keys there are, in overlapping vectors without a call.</summary>
    /// <returns>Whether the text was such; if not, the destination holds nothing of use. The empty text is.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryNarrow(ReadOnlySpan<char> key, Span<byte> destination)
    {
        Debug.Assert(destination.Length >= key.Length);
        ref short text = ref Unsafe.As<char, short>(ref MemoryMarshal.GetReference(key));
        ref sbyte utf8 = ref Unsafe.As<byte, sbyte>(ref MemoryMarshal.GetReference(destination));
        nuint length = (nuint)key.Length;
        if (length is < 8 or > MostChars)
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

    /// <summary>As <see cref="TryNarrow"/>, for text that is loaded at once: one store of 64 bytes, which a wide load is forwarded
    /// from, where overlapping ones would make it wait.</summary>
    /// <param name="key">Any text.</param>
    /// <param name="destination">At least 64 bytes, and as many as there are chars.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe bool TryNarrowForLoad(ReadOnlySpan<char> key, Span<byte> destination)
    {
        if (!Avx512BW.IsSupported || key.Length > MostChars)
        {
            return TryNarrow(key, destination);
        }

        Debug.Assert(destination.Length >= MostChars);
        Vector512<ushort> heads = Vector512<ushort>.Indices;
        Vector512<ushort> tails = heads + Vector512.Create((ushort)Vector512<ushort>.Count);
        Vector512<ushort> size = Vector512.Create((ushort)key.Length);
        fixed (char* text = &MemoryMarshal.GetReference(key))
        {
            // What the mask hides is not read, whatever page it is on.
            ushort* units = (ushort*)text;
            Vector512<ushort> head = Avx512BW.MaskLoad(units, Vector512.LessThan(heads, size), Vector512<ushort>.Zero);
            Vector512<ushort> tail = Avx512BW.MaskLoad(
                units + Vector512<ushort>.Count, Vector512.LessThan(tails, size), Vector512<ushort>.Zero);
            Vector512.Create(Avx512BW.ConvertToVector256Byte(head), Avx512BW.ConvertToVector256Byte(tail))
                .StoreUnsafe(ref MemoryMarshal.GetReference(destination));
            return ((head | tail) & Vector512.Create((ushort)0xff80)) == Vector512<ushort>.Zero;
        }
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

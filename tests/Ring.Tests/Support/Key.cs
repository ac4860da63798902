using System.Text;

namespace RingPerf.Tests;

/// <summary>One key in the form that each overload takes, never at the start or end of its array.</summary>
internal sealed class Key
{
    private const string Before = "before é";
    private const string Behind = "behind";

    private readonly char[] _chars;
    private readonly byte[] _utf8;

    internal Key(string text)
    {
        Text = text;
        _chars = (Before + text + Behind).ToCharArray();
        _utf8 = Encoding.UTF8.GetBytes(_chars);
        int start = Encoding.UTF8.GetByteCount(Before);
        Offsets = [1, start, start + Encoding.UTF8.GetByteCount(text), _utf8.Length - 1];
        Batch = [Before, text, Behind];
    }

    internal string Text { get; }

    internal ReadOnlySpan<char> Chars => _chars.AsSpan(Before.Length, Text.Length);

    internal ReadOnlySpan<byte> Utf8 => _utf8.AsSpan(Offsets[1]..Offsets[2]);

    /// <summary>Three packed keys; the second is this one.</summary>
    internal ReadOnlySpan<byte> Packed => _utf8;

    internal int[] Offsets { get; }

    /// <summary>Three keys; the second is this one.</summary>
    internal string[] Batch { get; }

    internal int[] Answers { get; } = new int[3];
}

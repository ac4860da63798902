using System.Buffers;
using System.Text.Unicode;

namespace RingPerf.Keys;

/// <summary>UTF-16 to UTF-8 without replacement characters: a lone surrogate is an error, never U+FFFD.</summary>
internal static class StrictUtf8
{
    /// <summary>Most UTF-8 bytes that one UTF-16 code unit can become.</summary>
    internal const int MaxBytesPerChar = 3;

    /// <summary>Encodes <paramref name="text"/> into <paramref name="utf8"/>, which must have three bytes for each char.</summary>
    /// <returns>The bytes written, or the complement of the index of the first lone surrogate.</returns>
    internal static int TryEncode(ReadOnlySpan<char> text, Span<byte> utf8)
    {
        OperationStatus status = Utf8.FromUtf16(text, utf8, out int read, out int written, replaceInvalidSequences: false);
        return status == OperationStatus.Done ? written : ~read;
    }

    /// <summary>The UTF-8 bytes of a node's name.</summary>
    /// <exception cref="ArgumentException">The name has a lone surrogate.</exception>
    internal static byte[] NodeBytes(string node, string parameter)
    {
        byte[] utf8 = new byte[checked(node.Length * MaxBytesPerChar)];
        int written = TryEncode(node, utf8);
        if (written < 0)
        {
            Throw.LoneSurrogateInNode(node, ~written, parameter);
        }

        return utf8[..written];
    }
}

using System.Globalization;
using System.Text;

namespace RingPerf.Placement;

/// <summary>Python's <c>repr</c> of a <c>bytes</c> object, exactly as CPython's <c>PyBytes_Repr</c> writes it.</summary>
internal static class PythonBytesRepr
{
    /// <summary>The text <c>b'…'</c>; double quotes stand outside only where the bytes hold a single quote and no double one.</summary>
    internal static string Of(ReadOnlySpan<byte> bytes)
    {
        char quote = bytes.Contains((byte)'\'') && !bytes.Contains((byte)'"') ? '"' : '\'';
        var text = new StringBuilder(bytes.Length + 3).Append('b').Append(quote);
        foreach (byte value in bytes)
        {
            _ = value switch
            {
                (byte)'\\' => text.Append(@"\\"),
                (byte)'\t' => text.Append(@"\t"),
                (byte)'\n' => text.Append(@"\n"),
                (byte)'\r' => text.Append(@"\r"),
                _ when value == quote => text.Append('\\').Append(quote),
                < 0x20 or >= 0x7f => text.Append(CultureInfo.InvariantCulture, $"\\x{value:x2}"),
                _ => text.Append((char)value),
            };
        }

        return text.Append(quote).ToString();
    }
}

namespace RingPerf.Tests;

/// <summary>Text for messages and names of test cases: ASCII, and short.</summary>
internal static class Printable
{
    internal static string Quote(string text)
    {
        string head = text.Length > 60 ? text[..60] : text;
        string escaped = string.Concat(head.Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:x4}"));
        return text.Length > 60 ? $"\"{escaped}...\" ({text.Length} chars)" : $"\"{escaped}\"";
    }
}

namespace RingPerf.Analysis.Tests.Support;

/// <summary>Names of nodes that break what trusts them.</summary>
internal static class WeirdNames
{
    internal static readonly string[] All =
    [
        "plain", "<b>bold</b>&amp;", "\"quoted\" 'single'", "comma, and `tick`", "back\\slash", "ctrl\u0001\u0007\u001b[31mred", "cr\r",
        new string('x', 300), "😀👨‍👩‍👧‍👦 family", string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 14)), "日本語のとても長い名前のノードです一二三",
        "e\u0301\u0302 zalgo", "</script><svg onload=\"alert(1)\">", "  spaced  ", "\ufeffbom", "]]>", "\u202ertl", "a\0nul",
        "\u0085next\u2028line", "\uffff", "é", "e\u0301", "--nodes", " ", "-",
    ];

    internal static readonly string File = string.Join('\n', All) + "\n";
}

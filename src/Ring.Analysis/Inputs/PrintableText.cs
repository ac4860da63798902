using System.Globalization;
using System.Text;

namespace RingPerf.Analysis.Inputs;

/// <summary>A name that somebody else chose, made fit to show on a terminal, a page or a plot.</summary>
internal static class PrintableText
{
    private const int MostCharactersInElement = 24;
    private const string Cut = "…";

    /// <summary>The text with what would move a cursor, turn the line round or not be seen at all as \uXXXX.</summary>
    internal static string Of(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsHidden(rune.Value))
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            }
            else
            {
                shown.Append(rune);
            }
        }

        return shown.ToString();
    }

    /// <summary>The printable text, cut to a width of at most <paramref name="most"/> letters.</summary>
    internal static string Shortened(string text, int most)
    {
        // Of a name of megabytes only the head is looked at.
        string shown = Of(text.Length > most * MostCharactersInElement ? text[..(most * MostCharactersInElement)] : text);
        int width = 0;
        int end = 0;
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(shown);
        while (elements.MoveNext())
        {
            string element = elements.GetTextElement();
            width += WidthOf(element);
            if (width > most || element.Length > MostCharactersInElement)
            {
                return shown[..end] + Cut;
            }

            if (width < most)
            {
                end = elements.ElementIndex + element.Length;
            }
        }

        return shown;
    }

    /// <summary>Width in letters: two for a wide character, none for a combining one. An estimate that needs no font.</summary>
    internal static int WidthOf(string text)
    {
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
                ? 0
                : IsWide(rune.Value) ? 2 : 1;
        }

        return width;
    }

    // Controls, line separators, the byte order mark, marks of writing direction, noncharacters.
    private static bool IsHidden(int value) =>
        value is < 0x20 or (>= 0x7f and < 0xa0) or 0x061c or 0x200b or 0x200e or 0x200f or (>= 0x2028 and <= 0x202e)
            or (>= 0x2060 and <= 0x2069) or 0xfeff or 0xfffe or 0xffff;

    // East Asian wide and emoji, by block (Unicode Standard Annex 11).
    private static bool IsWide(int value) =>
        value is (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0xa4cf) or (>= 0xac00 and <= 0xd7a3) or (>= 0xf900 and <= 0xfaff)
            or (>= 0xfe30 and <= 0xfe6f) or (>= 0xff00 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6) or (>= 0x1f300 and <= 0x1faff)
            or (>= 0x20000 and <= 0x3fffd);
}

using System.Globalization;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Tests.Support;

/// <summary>Columns that a line takes on a terminal which joins emoji.</summary>
internal static class TerminalColumns
{
    internal static int Of(string line)
    {
        int columns = 0;
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(line);
        while (elements.MoveNext())
        {
            columns += Math.Min(2, PrintableText.WidthOf(elements.GetTextElement()));
        }

        return columns;
    }
}

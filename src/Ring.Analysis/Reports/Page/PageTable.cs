using System.Text;

namespace RingPerf.Analysis.Reports.Page;

/// <summary>A table that the page's script lets a reader sort; beyond the most rows of a page it says where the others are.</summary>
/// <param name="file">The file of the folder that holds every row.</param>
/// <param name="texts">Number of columns, the first ones, that hold text: 1 or 2; the others hold numbers.</param>
/// <param name="headers">The columns, as markup.</param>
internal sealed class PageTable(string file, int texts, params string[] headers)
{
    /// <summary>Most rows that are shown.</summary>
    internal const int MostRows = 2000;

    private readonly StringBuilder _rows = new();
    private int _count;

    /// <summary>Adds a row of cells, as markup.</summary>
    internal void Row(params ReadOnlySpan<string> cells)
    {
        if (++_count > MostRows)
        {
            return;
        }

        _rows.Append("<tr>");
        foreach (string cell in cells)
        {
            _rows.Append("<td>").Append(cell).Append("</td>");
        }

        _rows.Append("</tr>\n");
    }

    internal string Html()
    {
        string head = string.Concat(headers.Select(header => $"<th scope=\"col\">{header}</th>"));
        string rest = _count > MostRows
            ? PageText.Of($"<p class=\"soft\">The first {MostRows:N0} of {_count:N0}; the others are in {PageText.Link(file)}.</p>\n")
            : "";
        return $"<div class=\"scroll\"><table class=\"sortable{(texts > 1 ? " texts" : "")}\"><thead><tr>{head}</tr></thead><tbody>\n{_rows}</tbody></table></div>\n{rest}";
    }
}

using System.Globalization;
using System.Net;
using System.Text;

namespace RingPerf.Benchmarks.Results.Plots;

/// <summary>The shell of every plot: size, colours for light and dark, title.</summary>
internal sealed class SvgText
{
    internal const double Width = 960;

    private const string Style =
        ".p{fill:#fff}text{font:14px system-ui,'Segoe UI','DejaVu Sans',Helvetica,Arial,sans-serif;fill:#24292f}"
        + ".t{font-size:18px;font-weight:600}.s{font-size:12px;fill:#57606a}.g{stroke:#8884}.f{fill:none;stroke:#888}"
        + ".m{stroke:#888;stroke-dasharray:4 4}.l{fill:none;stroke-width:2.5}.o{fill:#0969da}.r{fill:#8c959f}"
        + "@media(prefers-color-scheme:dark){.p{fill:#0d1117}text{fill:#e6edf3}.s{fill:#9198a1}.o{fill:#4493f8}.r{fill:#6e7681}}";

    /// <summary>Told apart by those who see fewer colours (Okabe and Ito), on white and on black; then dashed.</summary>
    private static readonly string[] Colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8f7a00"];

    private readonly StringBuilder _svg = new();

    /// <summary>Opens a plot.</summary>
    internal SvgText(string title, string subtitle, double height)
    {
        Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height:0.#}\" role=\"img\" aria-labelledby=\"t\">\n");
        Append($"<title id=\"t\">{Escaped(title)}</title>\n<style>{Style}</style>\n<rect class=\"p\" width=\"100%\" height=\"100%\"/>\n");
        Text(Width / 2, 28, "middle", title, "t");
        Text(Width / 2, 47, "middle", subtitle, "s");
    }

    internal static string Color(int line) => Colors[line % Colors.Length];

    internal static string Dash(int line) => line < Colors.Length ? "" : " stroke-dasharray=\"8 4\"";

    internal static string Escaped(string text) => WebUtility.HtmlEncode(text);

    internal void Text(double x, double y, string anchor, string text, string style = "") =>
        Append($"<text class=\"{style}\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{Escaped(text)}</text>\n");

    internal void Append(FormattableString text) => _svg.Append(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>Closes the plot.</summary>
    internal string Document() => "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + _svg + "</svg>\n";
}

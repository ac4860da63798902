using System.Globalization;
using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Reports.Page;

/// <summary>Text for a page.</summary>
internal static class PageText
{
    /// <summary>Text safe inside an element or an attribute.</summary>
    internal static string Escape(string text) => SvgRenderer.Escape(text);

    /// <summary>Numbers in the page's form; what is filled in is not escaped.</summary>
    internal static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A median with its 5th and 95th percentile.</summary>
    internal static string Band(Quantiles quantiles, string format = "0.000")
    {
        return $"{Number(quantiles.Median)} ({Number(quantiles.P05)}–{Number(quantiles.P95)})";

        string Number(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>A link to a file of the folder, by its name.</summary>
    internal static string Link(string file) => $"<a href=\"{file}\">{file}</a>";

    /// <summary>A command line to copy.</summary>
    internal static string Command(string command) => $"<code>{Escape(command)}</code>";
}

using ScottPlot;
using SkiaSharp;

namespace RingPerf.Analysis.Plots;

/// <summary>The font of PNG plots: a file the user names, or what the system has. Without one, PNG text would vanish in silence.</summary>
internal sealed class PlotFont
{
    private const string FileFontName = "ringperf-plot-font";

    private static readonly string[] Preferred = ["DejaVu Sans", "Liberation Sans", "Noto Sans", "Segoe UI", "Helvetica", "Arial"];

    private readonly string _family;

    private PlotFont(string family) => _family = family;

    /// <summary>The font of <paramref name="file"/>, else the system's; null where there is none.</summary>
    /// <exception cref="BadInputException">The file is no font.</exception>
    internal static PlotFont? Find(string? file)
    {
        if (file is null)
        {
            return HasLetters(SKTypeface.Default) ? new PlotFont(SystemFamily()) : null;
        }

        if (file.Length == 0)
        {
            throw new BadInputException("--font is empty; it must name a file");
        }

        if (!File.Exists(file))
        {
            throw new BadInputException($"--font: there is no file {file}");
        }

        using SKTypeface? typeface = SKTypeface.FromFile(file);
        if (typeface is null || !HasLetters(typeface))
        {
            throw new BadInputException($"--font: {file} is not a TrueType or OpenType font with Latin letters");
        }

        Fonts.AddFontFile(FileFontName, file);
        return new PlotFont(FileFontName);
    }

    internal void ApplyTo(Plot plot) => plot.Font.Set(_family);

    private static string SystemFamily()
    {
        string[] families = SKFontManager.Default.GetFontFamilies();
        return Array.Find(Preferred, families.Contains) ?? SKTypeface.Default.FamilyName;
    }

    private static bool HasLetters(SKTypeface typeface) => typeface.GetGlyph('A') != 0;
}

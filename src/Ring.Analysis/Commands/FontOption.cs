using System.CommandLine;
using RingPerf.Analysis.Plots;

namespace RingPerf.Analysis.Commands;

/// <summary>The font of PNG plots.</summary>
internal sealed class FontOption : OptionSet
{
    private readonly Option<string> _font = new("--font") { Description = "TrueType font of PNG plots, where the system has none", HelpName = "FILE" };

    internal override IEnumerable<Option> Options => [_font];

    /// <summary>The named font, else the system's; null where there is none.</summary>
    /// <exception cref="BadInputException">The file is no font.</exception>
    internal PlotFont? Read(ParseResult parsed) => PlotFont.Find(parsed.GetValue(_font));

    /// <summary>Says on standard error that PNG plots are missing, and what to do about it.</summary>
    internal static void WarnWithout(ToolStreams streams, PlotFont? font)
    {
        if (font is null)
        {
            streams.Error.WriteLine(
                "ringperf: no TrueType font was found, so PNG plots are left out (SVG plots are complete); install one (Debian: fonts-dejavu-core) or name a file with --font FILE");
        }
    }
}

using System.Globalization;

namespace RingPerf.Analysis.Plots;

/// <summary>An opaque or translucent sRGB colour that reads on light and on dark paper.</summary>
internal readonly record struct Color(byte Red, byte Green, byte Blue, double Opacity = 1)
{
    internal static readonly Color Accent = new(0x2f, 0x7e, 0xd8);
    internal static readonly Color Contrast = new(0xd9, 0x5f, 0x0e);
    internal static readonly Color Neutral = new(0x80, 0x86, 0x8e);

    private static readonly Color[] Palette =
    [
        new(0x3b, 0x82, 0xd0), new(0xe0, 0x7b, 0x1f), new(0x3f, 0xa3, 0x4d), new(0xd6, 0x45, 0x4a), new(0x93, 0x6c, 0xc4),
        new(0x9a, 0x6b, 0x58), new(0xdb, 0x6f, 0xb8), new(0x7d, 0x87, 0x90), new(0xb3, 0xa8, 0x22), new(0x1f, 0xa8, 0xb8),
    ];

    /// <summary>Number of nodes whose colours are chosen one by one.</summary>
    internal static int PaletteSize => Palette.Length;

    /// <summary>The colour of the n-th node: ten that differ, then hues by the golden angle.</summary>
    internal static Color OfNode(int node) => node < Palette.Length ? Palette[node] : OfHue(node * 137.508 % 360);

    /// <summary>The colour as #rrggbb.</summary>
    internal string Hex => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private static Color OfHue(double hue)
    {
        const double saturation = 0.55;
        const double lightness = 0.52;
        return new Color(Channel(0), Channel(8), Channel(4));

        // The standard HSL to RGB formula (CSS Color 4, section 7.1).
        byte Channel(int n)
        {
            double k = (n + (hue / 30)) % 12;
            double a = saturation * Math.Min(lightness, 1 - lightness);
            return (byte)Math.Round(255 * (lightness - (a * Math.Max(-1, Math.Min(k - 3, Math.Min(9 - k, 1))))));
        }
    }
}

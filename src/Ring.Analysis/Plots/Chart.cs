namespace RingPerf.Analysis.Plots;

/// <summary>A figure as data: what it shows, not how it is drawn. Each renderer draws every chart.</summary>
/// <param name="Name">File name without its ending.</param>
/// <param name="Title">Heading inside the figure.</param>
/// <param name="Description">One sentence for readers who cannot see it.</param>
/// <param name="X">Horizontal axis; null for a figure without axes, whose marks lie in the unit circle.</param>
/// <param name="Y">Vertical axis; null as <paramref name="X"/>.</param>
/// <param name="Marks">What is drawn, the first at the bottom.</param>
internal sealed record Chart(string Name, string Title, string Description, Axis? X, Axis? Y, IReadOnlyList<Mark> Marks)
{
    /// <summary>What stands below the figure for those who see it.</summary>
    internal string Caption { get; init; } = Description;

    /// <summary>Width of a drawn figure in units of its own coordinates.</summary>
    internal const int Width = 720;

    /// <summary>Height of a drawn figure.</summary>
    internal int Height => X is null ? Width : 440;

    /// <summary>Marks that name themselves in the legend.</summary>
    internal IEnumerable<Mark> Legend => Marks.Where(mark => mark.Label is not null);
}

using System.Globalization;
using System.Text.Json;
using RingPerf.Coordination.Simulation.Recording;
using RingPerf.Coordination.Simulation.Reports;
using RingPerf.Coordination.Simulation.Scale;

namespace RingPerf.Coordination.Simulation.Tests.Reports;

/// <summary>What the documents say of simulations is what a machine wrote.</summary>
public sealed class DocumentationTests
{
    private static readonly string Folder = Path.Combine(Root(), "docs", "simulation");

    /// <summary>Renewed by <c>eng/simulate.sh restart docs/simulation</c>.</summary>
    [Fact]
    public void Restart_Files_AreWhatTheSimulationGives()
    {
        IReadOnlyDictionary<string, string> files = RestartFiles.Of(new RestartPlan());

        Assert.All(files, file => Assert.Equal(file.Value, File.ReadAllText(Path.Combine(Folder, file.Key))));
    }

    [Fact]
    public void Seeds_Table_IsTheOneOfTheCampaign()
    {
        string[] rows = [.. File.ReadAllLines(Path.Combine(Folder, CampaignFiles.Table)).Skip(1)];
        JsonElement summary = Json(CampaignFiles.Summary);

        Assert.Equal(Enum.GetNames<ChangeKind>().Order(StringComparer.Ordinal), rows.Select(row => row.Split(',')[0]));
        Assert.All(rows, row => Assert.Contains($"| {row.Replace(",", " | ", StringComparison.Ordinal)} |\n", Document, StringComparison.Ordinal));
        Assert.Equal((10_000, 0), (summary.GetProperty("seeds").GetInt32(), summary.GetProperty("failed").GetInt32()));
        Assert.Contains($"`{summary.GetProperty("command").GetString()}`", Document, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("longest time without an owner, s", "without.longestSeconds", 1, "0.00")]
    [InlineData("median time without an owner, s", "without.medianSeconds", 1, "0.00")]
    [InlineData("longest time with two owners, s", "double.longestSeconds", 1, "0.00")]
    [InlineData("item-time without an owner, %", "without.partOfItemTime", 100, "0.000")]
    [InlineData("item-time with two owners, %", "double.partOfItemTime", 100, "0.000")]
    [InlineData("moves of an item over the whole restart", "movesPerItem", 1, "0.000")]
    public void Restart_Row_IsThatOfTheSummary(string name, string path, double scale, string format)
    {
        string leave = Number(Json(RestartFiles.Summary), "leave." + path, scale, format);
        string kill = Number(Json(RestartFiles.Summary), "kill." + path, scale, format);

        Assert.Contains($"| {name} | {leave} | {kill} |\n", Document, StringComparison.Ordinal);
    }

    [Fact]
    public void Restart_Moves_AreThoseOfTheSummary()
    {
        JsonElement summary = Json(RestartFiles.Summary);
        IEnumerable<string> parts = new[] { "ring", "least", "modulo" }.Select(way => Number(summary, "batchMoves." + way, 100, "0.000") + " %");

        Assert.Contains($"| {string.Join(" | ", parts)} |\n", Document, StringComparison.Ordinal);
    }

    private static string Document => File.ReadAllText(Path.Combine(Root(), "docs", "simulation.md"));

    private static JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name))).RootElement;

    private static string Number(JsonElement element, string path, double scale, string format) => (
        path.Split('.').Aggregate(element, (at, property) => at.GetProperty(property)).GetDouble() * scale)
        .ToString(format, CultureInfo.InvariantCulture);

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "RingPerf.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}

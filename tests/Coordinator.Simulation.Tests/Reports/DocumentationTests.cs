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
        string document = File.ReadAllText(Path.Combine(Root(), "docs", "simulation.md"));

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains($"| {row.Replace(",", " | ", StringComparison.Ordinal)} |", document, StringComparison.Ordinal));
    }

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

using System.Globalization;
using System.Text.Json;
using RingPerf.Coordination.Simulation.Running;

namespace RingPerf.Coordination.Simulation.Reports;

/// <summary>Writes what a campaign showed, for documents and other programs.</summary>
internal static class CampaignFiles
{
    internal const string Table = "seeds.csv";
    internal const string Summary = "seeds.json";

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal static void Write(string folder, Campaign campaign, string command)
    {
        Directory.CreateDirectory(folder);
        IEnumerable<string> rows = campaign.Changes.Select(change => string.Create(
            CultureInfo.InvariantCulture,
            $"{change.Key},{change.Value},{campaign.LongestWithout.GetValueOrDefault(change.Key):0.000},"
            + $"{campaign.LongestDouble.GetValueOrDefault(change.Key):0.000}"));
        File.WriteAllText(Path.Combine(folder, Table), string.Join('\n', rows.Prepend("change,times,longestWithout,longestDouble")) + "\n");
        object summary = new
        {
            command,
            seeds = campaign.Seeds,
            failed = campaign.Failed.Count,
            virtualHours = Math.Round(campaign.VirtualSeconds / 3600, 1),
            campaign.Events,
            campaign.Calls,
            campaign.Polls,
            campaign.HighestCallRate,
        };
        File.WriteAllText(Path.Combine(folder, Summary), JsonSerializer.Serialize(summary, Indented) + "\n");
    }
}

using System.Globalization;
using System.Text;
using RingPerf.Coordination.Simulation.Running;

namespace RingPerf.Coordination.Simulation.Reports;

/// <summary>What a campaign showed, to read.</summary>
internal static class CampaignText
{
    internal static string Of(Campaign campaign)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{campaign.Seeds} seeds, {campaign.Failed.Count} failed: {campaign.VirtualSeconds / 3600:0.0} virtual hours, "
            + $"{campaign.Events} events, {campaign.Calls} calls of the store, {campaign.Polls} polls, "
            + $"at most {campaign.HighestCallRate} calls of an agent in a second.\n");
        text.Append(CultureInfo.InvariantCulture, $"{"change",-12}{"times",8}{"longest without",18}{"longest double",18}   of T + P\n");
        foreach ((string kind, int times) in campaign.Changes)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{kind,-12}{times,8}{campaign.LongestWithout.GetValueOrDefault(kind),18:0.000}{campaign.LongestDouble.GetValueOrDefault(kind),18:0.000}\n");
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>The failed seeds, and how each is run again.</summary>
    internal static string Failures(Campaign campaign, int most)
    {
        IEnumerable<string> lines = campaign.Failed.Take(most).Select(
            failed => $"Seed {failed.Key} fails: {failed.Value[0]}\n  replay: {ReplayCommand(failed.Key)}");
        return $"{campaign.Failed.Count} of {campaign.Seeds} seeds fail.\n{string.Join('\n', lines)}";
    }

    internal static string ReplayCommand(ulong seed) => $"RINGPERF_SIMULATION_SEED={seed} eng/simulate.sh";
}

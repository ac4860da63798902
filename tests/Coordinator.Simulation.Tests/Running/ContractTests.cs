using System.Globalization;
using RingPerf.Coordination.Simulation.Recording;
using RingPerf.Coordination.Simulation.Reports;
using RingPerf.Coordination.Simulation.Running;
using Xunit.Abstractions;

namespace RingPerf.Coordination.Simulation.Tests.Running;

/// <summary>The contract over many seeds; RINGPERF_SIMULATION_SEEDS says how many, RINGPERF_SIMULATION_SEED runs that one alone.</summary>
public sealed class ContractTests(ITestOutputHelper output)
{
    private const ulong First = 1;
    private const ulong Seeds = 500;

    [Fact]
    public void Contract_Seeds_Hold()
    {
        ulong? only = Variable("RINGPERF_SIMULATION_SEED");
        ulong count = only is null ? Variable("RINGPERF_SIMULATION_SEEDS") ?? Seeds : 1;

        Campaign campaign = Campaign.Run(new RunRequest(only ?? First), (int)count);

        output.WriteLine(CampaignText.Of(campaign));
        Assert.True(campaign.Failed.Count == 0, CampaignText.Failures(campaign, most: 10));
    }

    /// <summary>The contract would hold without a fault too, so it is seen that there are some, and that they have an effect.</summary>
    [Fact]
    public void Campaign_FewSeeds_HoldEveryChangeAndItsEffect()
    {
        Campaign campaign = Campaign.Run(new RunRequest(First), 100);

        Assert.All(Enum.GetNames<ChangeKind>(), kind => Assert.InRange(campaign.Changes.GetValueOrDefault(kind), 20, int.MaxValue));
        Assert.InRange(campaign.LongestWithout["Kill"], 0.5, 1);
        Assert.InRange(campaign.LongestWithout["Pause"], 0.5, 1);
        Assert.InRange(campaign.LongestDouble["DataLoss"], 0.2, 1);
        Assert.InRange(campaign.LongestDouble["Wake"], 0.1, 0.5);
        Assert.InRange(campaign.LongestDouble["Start"], 0.1, 0.5);
    }

    [Theory]
    [InlineData(Sabotage.StaleMembers, "one owner")]
    [InlineData(Sabotage.NoBeats, "one owner")]
    [InlineData(Sabotage.EverythingWhenLost, "share")]
    [InlineData(Sabotage.LastShareWhenLost, "share")]
    [InlineData(Sabotage.OneItemLess, "one owner")]
    [InlineData(Sabotage.HotLoop, "call rate")]
    [InlineData(Sabotage.NoDeadline, "deadline")]
    public void Campaign_Sabotaged_BreaksTheRule(object sabotage, string rule)
    {
        Campaign campaign = Campaign.Run(new RunRequest(First, (Sabotage)sabotage), 12);

        Assert.Contains(campaign.Failed.Values, violations => violations.Any(text => text.StartsWith(rule, StringComparison.Ordinal)));
        Assert.Contains($"RINGPERF_SIMULATION_SEED={campaign.Failed.Keys.First()} eng/simulate.sh", CampaignText.Failures(campaign, most: 1), StringComparison.Ordinal);
    }

    /// <summary>Why the documentation asks that a poll and a heartbeat fit into the membership timeout.</summary>
    [Fact]
    public void Campaign_PollsTooRare_KeepTwoOwnersForLonger()
    {
        Campaign campaign = Campaign.Run(new RunRequest(First, PollsRarely: true), 100);

        Assert.NotEmpty(campaign.Failed);
        Assert.All(campaign.Failed.Values, violations => Assert.StartsWith("one owner", violations[0], StringComparison.Ordinal));
        Assert.InRange(campaign.LongestDouble["DataLoss"], 1, 2);
    }

    private static ulong? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : null;
}

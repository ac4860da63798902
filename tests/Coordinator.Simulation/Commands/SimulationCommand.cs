using System.Diagnostics;
using System.Globalization;
using RingPerf.Coordination.Simulation.Reports;
using RingPerf.Coordination.Simulation.Running;

namespace RingPerf.Coordination.Simulation.Commands;

/// <summary>The command, from arguments to exit code.</summary>
internal sealed class SimulationCommand(TextWriter output, TextWriter error)
{
    private const int Success = 0;
    private const int Failure = 1;
    private const int BadUsage = 2;
    private const int ShownFailures = 10;

    private const string Usage =
        "run SEEDS [FIRST] [DIR]  runs SEEDS seeds from FIRST (1) on; writes seeds.csv and seeds.json into DIR\n"
        + "replay SEED              runs one seed and prints its trace\n"
        + "restart DIR              restarts a fleet of 10,000 members in rolls; writes CSV, JSON and SVG into DIR";

    internal int Run(string[] args) => args switch
    {
        ["run", var seeds] when Number(seeds, out ulong count) => RunSeeds(1, count, null),
        ["run", var seeds, var from] when Number(seeds, out ulong count) && Number(from, out ulong first) => RunSeeds(first, count, null),
        ["run", var seeds, var from, var folder] when Number(seeds, out ulong count) && Number(from, out ulong first) =>
            RunSeeds(first, count, folder),
        ["replay", var text] when Number(text, out ulong seed) => Replay(seed),
        ["restart", var folder] => Restart(folder),
        _ => Fail(BadUsage, Usage),
    };

    private static bool Number(string text, out ulong number) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private int RunSeeds(ulong first, ulong count, string? folder)
    {
        var clock = Stopwatch.StartNew();
        Campaign campaign = Campaign.Run(new RunRequest(first), checked((int)count));
        output.WriteLine(CampaignText.Of(campaign));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:0.0} s on this machine."));
        if (campaign.Failed.Count > 0)
        {
            return Fail(Failure, CampaignText.Failures(campaign, ShownFailures));
        }

        if (folder is not null)
        {
            CampaignFiles.Write(folder, campaign, $"eng/simulate.sh run {count} {first} {folder}");
        }

        return Success;
    }

    private int Replay(ulong seed)
    {
        RunOutcome outcome = Simulator.Run(new RunRequest(seed, Traces: true));
        foreach (string line in outcome.Trace)
        {
            output.WriteLine(line);
        }

        return outcome.Violations.Count == 0 ? Success : Fail(Failure, string.Join('\n', outcome.Violations));
    }

    private int Restart(string folder)
    {
        RestartFiles.Write(folder);
        output.WriteLine(folder);
        return Success;
    }

    private int Fail(int code, string text)
    {
        error.WriteLine(text);
        return code;
    }
}

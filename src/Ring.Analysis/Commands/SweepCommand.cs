using System.CommandLine;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Reports;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Commands;

/// <summary><c>ringperf sweep</c>: balance over node and replica counts, many rings a cell, theory beside it.</summary>
internal static class SweepCommand
{
    private const string DefaultNodes = "10,100,1000";
    private const string DefaultReplicas = "1,10,100,1000,10000";
    private const int DefaultSeeds = 200;

    // Two minutes otherwise, nearly all of them for the last pair.
    private const long MostDefaultPoints = 1_000_000;

    internal static Command Create(ToolStreams streams)
    {
        var command = new Command("sweep", "Draws many rings over node and replica counts; balance, bands and theory.");
        var nodes = new Option<string>("--nodes") { Description = $"Node counts, with commas between them (default {DefaultNodes})", HelpName = "N,N,…" };
        var replicas = new Option<string>("--replicas") { Description = $"Replica counts, with commas between them (default {DefaultReplicas}, rings above 1,000,000 points left out unless --nodes is given)", HelpName = "R,R,…" };
        var seeds = new CountOption("--seeds", "Rings drawn for each pair of counts", least: 1, DefaultSeeds);
        var placement = new PlacementOptionSet();
        var seed = new SeedOption();
        var outputOptions = new OutputOptionSet();
        var font = new FontOption();
        command.Add(nodes);
        command.Add(replicas);
        command.Add(seeds.Option);
        placement.AddTo(command);
        seed.AddTo(command);
        outputOptions.AddTo(command);
        font.AddTo(command);
        command.SetAction(parsed =>
        {
            OutputFormat format = outputOptions.ReadFormat(parsed);
            HashRingOptions options = placement.Read(parsed);
            int[] nodeCounts = OptionText.Integers(nodes.Name, parsed.GetValue(nodes) ?? DefaultNodes, least: 1);
            int[] replicaCounts = OptionText.Integers(replicas.Name, parsed.GetValue(replicas) ?? DefaultReplicas, least: 1);
            long mostPoints = parsed.GetValue(nodes) is null && parsed.GetValue(replicas) is null ? MostDefaultPoints : long.MaxValue;
            RingInput.CheckSize(nodeCounts[^1], replicaCounts[^1], options.Profile);
            int seedCount = seeds.Read(parsed);
            ulong firstSeed = seed.Read(parsed);
            PlotFont? plotFont = font.Read(parsed);
            using OutputFolder? folder = outputOptions.ReadFolder(parsed);
            using var progress = new Progress(streams);
            ReplicaSweep sweep = ReplicaSweep.Run(
                ReplicaSweep.Pairs(nodeCounts, replicaCounts, mostPoints), seedCount, options, firstSeed, done => progress.Show("drawing rings", done));
            progress.Dispose();
            if (folder is not null)
            {
                folder.WritePlots([SweepBandPlot.Of(sweep)], plotFont);
                folder.WriteDocuments("sweep", SweepText.Json(sweep), SweepText.Csv(sweep), RunDescription.OfMany(options, DocumentFiles.CommandLineOf(parsed), "none"));
                FontOption.WarnWithout(streams, plotFont);
            }

            Answer.Write(streams, format, () => SweepText.Json(sweep), () => SweepText.Csv(sweep), table => SweepText.Table(sweep, table));
            return 0;
        });
        return command;
    }
}

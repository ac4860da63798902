using System.CommandLine;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Reports;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Commands;

/// <summary><c>ringperf compare</c>: the ring beside rival algorithms, by the measures of SUPSI's suite.</summary>
internal static class CompareCommand
{
    private const int DefaultNodes = 100;
    private const int DefaultReplicas = 100;
    private const int DefaultKeys = 100_000;
    private const int DefaultSeeds = 20;

    internal static Command Create(ToolStreams streams)
    {
        var command = new Command("compare", "Compares the ring with rival algorithms: balance, movement, time, memory.");
        var nodes = new Option<string>("--nodes") { Description = $"Number of nodes (default {DefaultNodes})", HelpName = "N" };
        var replicas = new Option<string>("--replicas") { Description = $"Points of each of the ring's nodes (default {DefaultReplicas})", HelpName = "R" };
        var keys = new Option<string>("--keys") { Description = $"Random keys of each run (default {DefaultKeys})", HelpName = "N" };
        var seeds = new Option<string>("--seeds") { Description = $"Runs of each algorithm, with fresh nodes and keys (default {DefaultSeeds})", HelpName = "N" };
        var placement = new PlacementOptionSet();
        var seed = new SeedOption();
        var outputOptions = new OutputOptionSet();
        var font = new FontOption();
        foreach (Option<string> option in (Option<string>[])[nodes, replicas, keys, seeds])
        {
            command.Add(option);
        }

        placement.AddTo(command);
        seed.AddTo(command);
        outputOptions.AddTo(command);
        font.AddTo(command);
        command.SetAction(parsed =>
        {
            OutputFormat format = outputOptions.ReadFormat(parsed);
            int nodeCount = Read(parsed, nodes, DefaultNodes);
            HashRingOptions options = placement.Read(parsed) with { Replicas = Read(parsed, replicas, DefaultReplicas) };
            RingInput.CheckSize(nodeCount, options.Replicas);
            int keyCount = Read(parsed, keys, DefaultKeys);
            int runs = Read(parsed, seeds, DefaultSeeds);
            ulong firstSeed = seed.Read(parsed);
            PlotFont? plotFont = font.Read(parsed);
            using OutputFolder? folder = outputOptions.ReadFolder(parsed);
            using var progress = new Progress(streams);
            var comparison = AlgorithmComparison.Run(nodeCount, keyCount, runs, options, firstSeed, progress.Show);
            progress.Dispose();
            if (folder is not null)
            {
                folder.WritePlots(ComparePlot.Of(comparison), plotFont);
                folder.WriteDocuments(
                    "compare", CompareText.Json(comparison), CompareText.Csv(comparison),
                    RunDescription.OfMany(options, DocumentFiles.CommandLineOf(parsed), "random UUIDs"));
                FontOption.WarnWithout(streams, plotFont);
            }

            Answer.Write(
                streams, format, () => CompareText.Json(comparison), () => CompareText.Csv(comparison), table => CompareText.Table(comparison, table));
            return 0;
        });
        return command;
    }

    private static int Read(ParseResult parsed, Option<string> option, int standard) =>
        parsed.GetValue(option) is { } text ? OptionText.Integer(option.Name, text, least: 1) : standard;
}

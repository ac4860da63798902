using System.CommandLine;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Reports;
using RingPerf.Analysis.Rivals;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Commands;

/// <summary><c>ringperf compare</c>: the ring beside rival algorithms, by the measures of SUPSI's suite.</summary>
internal static class CompareCommand
{
    private const int DefaultSeeds = 20;

    internal static Command Create(ToolStreams streams)
    {
        var command = new Command(
            "compare",
            "Compares the ring with rival algorithms: balance, movement, time, memory. Before and after a change all keys are placed in their order, " +
            "which matters to bounded loads only; their lookup places a key and takes it off again.");
        var compared = new ComparedOptionSet();
        var seeds = new CountOption("--seeds", "Runs of each algorithm, random nodes and keys fresh in each", least: 1, DefaultSeeds);
        var seed = new SeedOption();
        var outputOptions = new OutputOptionSet();
        var font = new FontOption();
        compared.AddTo(command);
        command.Add(seeds.Option);
        seed.AddTo(command);
        outputOptions.AddTo(command);
        font.AddTo(command);
        command.SetAction(parsed =>
        {
            OutputFormat format = outputOptions.ReadFormat(parsed);
            int runs = seeds.Read(parsed);
            ulong firstSeed = seed.Read(parsed);
            (HashRingOptions options, ComparedInput input) = compared.Read(parsed, streams);
            PlotFont? plotFont = font.Read(parsed);
            using OutputFolder? folder = outputOptions.ReadFolder(parsed);
            using var progress = new Progress(streams);
            var comparison = AlgorithmComparison.Run(input, runs, options, firstSeed, progress.Show);
            progress.Dispose();
            if (folder is not null)
            {
                folder.WritePlots(ComparePlot.Of(comparison), plotFont);
                folder.WriteDocuments(
                    "compare", CompareText.Json(comparison), CompareText.Csv(comparison),
                    RunDescription.OfMany(options, DocumentFiles.CommandLineOf(parsed), input.KeyDescription));
                FontOption.WarnWithout(streams, plotFont);
            }

            Answer.Write(
                streams, format, () => CompareText.Json(comparison), () => CompareText.Csv(comparison), table => CompareText.Table(comparison, table));
            return 0;
        });
        return command;
    }
}

using System.CommandLine;
using System.Globalization;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Reports;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Commands;

/// <summary><c>ringperf advise</c>: the replica count for a wanted peak-to-mean, and what it costs.</summary>
internal static class AdviseCommand
{
    private const int DefaultNodes = 10;
    private const int MostNodes = 1_000_000;
    private const string DefaultTarget = "1.1";
    private const string DefaultConfidence = "0.95";
    private const int DefaultSeeds = 200;
    private const int LeastSeeds = 20;

    internal static Command Create(ToolStreams streams)
    {
        var command = new Command("advise", "Finds the least replica count that keeps a peak-to-mean, and its cost.");
        var nodes = new CountOption("--nodes", "Number of nodes", least: 1, DefaultNodes);
        var target = new Option<string>("--target") { Description = $"Greatest peak-to-mean, above 1 (default {DefaultTarget})", HelpName = "X" };
        var confidence = new Option<string>("--confidence") { Description = $"Part of all rings that is to keep it (default {DefaultConfidence})", HelpName = "P" };
        var seeds = new CountOption("--seeds", $"Rings that the answer is tried on, at least {LeastSeeds}", LeastSeeds, DefaultSeeds);
        var results = new Option<string>("--results") { Description = "Folder of benchmark results to read the times from (default: measured here)", HelpName = "DIR" };
        var noCache = new Option<bool>("--no-cache") { Description = "Simulate anew, whatever an earlier run kept in the user's cache folder" };
        var placement = new PlacementOptionSet();
        var seed = new SeedOption();
        var outputOptions = new OutputOptionSet();
        command.Add(nodes.Option);
        command.Add(target);
        command.Add(confidence);
        command.Add(seeds.Option);
        command.Add(results);
        command.Add(noCache);
        placement.AddTo(command);
        seed.AddTo(command);
        outputOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            OutputFormat format = outputOptions.ReadFormat(parsed);
            HashRingOptions options = placement.Read(parsed);
            int nodeCount = nodes.Read(parsed);
            if (nodeCount > MostNodes)
            {
                throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{nodes.Option.Name} is {nodeCount}; it must be at most {MostNodes}"));
            }

            double bound = OptionText.Between(target.Name, parsed.GetValue(target) ?? DefaultTarget, 1, double.PositiveInfinity);
            double part = OptionText.Between(confidence.Name, parsed.GetValue(confidence) ?? DefaultConfidence, 0, 1);
            int rings = seeds.Read(parsed);
            var question = new ReplicaQuestion(nodeCount, bound, part, rings, options, seed.Read(parsed));
            string? folderOfTimes = parsed.GetValue(results);
            BenchmarkRow[] rows = folderOfTimes is null ? [] : [.. BenchmarkResults.Read(folderOfTimes).Values];
            var cache = new ResultCache(parsed.GetValue(noCache) ? null : streams.CacheFolder);
            using OutputFolder? folder = outputOptions.ReadFolder(parsed);
            using var progress = new Progress(streams);
            ReplicaSimulation found = CachedSimulation.Of(question, cache, progress.Show);
            ReplicaAdvice advice = folderOfTimes is null
                ? ReplicaAdvice.Measure(question, found, progress.Show)
                : ReplicaAdvice.Of(
                    question, found, RingCost.OfResults(SweptRing.Names(nodeCount, question.Seed), options with { Replicas = found.Replicas }, rows, folderOfTimes));
            progress.Dispose();
            folder?.WriteDocuments(
                "advise", AdviceText.Json(advice), AdviceText.Csv(advice), RunDescription.OfMany(options, DocumentFiles.CommandLineOf(parsed), "none"));
            Answer.Write(streams, format, () => AdviceText.Json(advice), () => AdviceText.Csv(advice), table => AdviceText.Table(advice, table));
            return 0;
        });
        return command;
    }
}

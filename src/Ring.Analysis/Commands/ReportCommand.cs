using System.CommandLine;
using System.Globalization;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Reports;
using RingPerf.Analysis.Rivals;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Commands;

/// <summary><c>ringperf report</c>: everything about one ring and its keys, as a page, plots and tables.</summary>
internal static class ReportCommand
{
    internal const string Name = "report";

    private const string DefaultFolder = "ringperf-report";
    private const string DefaultResults = "results";
    private const int DefaultSeeds = 200;
    private const int LeastSeeds = 100;

    internal static Command Create(ToolStreams streams)
    {
        var command = new Command(Name, "Writes a page with plots, SVG and PNG files, CSV and JSON.");
        var ringOptions = new RingOptionSet();
        var keyOptions = new KeyOptionSet();
        var changes = new ChangeOptionSet();
        var seeds = new CountOption("--seeds", $"Rings drawn for each replica count, at least {LeastSeeds}", LeastSeeds, DefaultSeeds);
        var full = new Option<bool>("--full") { Description = "More node counts, rings and runs: under a minute for the default ring on two cores, minutes for more nodes" };
        var without = new Option<string[]>("--without")
        {
            Description = $"A part to leave out: {string.Join(", ", OptionText.ReportParts.Select(part => part.Name))}; may be given many times",
            HelpName = "PART",
            Arity = ArgumentArity.OneOrMore,
        };
        var results = new Option<string>("--results") { Description = $"Folder of benchmark results (default: this machine's in {DefaultResults}/)", HelpName = "DIR" };
        var folderOption = new Option<string>("--out") { Description = $"Folder to write (default {DefaultFolder})", HelpName = "DIR" };
        var font = new FontOption();
        ringOptions.AddTo(command);
        keyOptions.AddTo(command);
        changes.AddTo(command);
        command.Add(seeds.Option);
        command.Add(full);
        command.Add(without);
        command.Add(results);
        command.Add(folderOption);
        font.AddTo(command);
        command.SetAction(parsed =>
        {
            int seedCount = seeds.Read(parsed);
            RingInput input = ringOptions.Read(parsed);
            NodeChanges? change = changes.IsGiven(parsed) ? changes.Read(parsed, input.Names) : null;
            HashRing ring = input.Build();
            ulong seed = keyOptions.ReadSeed(parsed);
            using KeySource keys = keyOptions.Read(parsed, streams);
            PlotFont? plotFont = font.Read(parsed);
            MachineResults? benchmarks = parsed.GetValue(results) is { } named ? MachineResults.Read(named)
                : Processor.OfThisMachine() is { } processor ? MachineResults.Newest(DefaultResults, processor) : null;
            ReportScope scope = parsed.GetValue(full)
                ? ReportScope.Full(ring.Nodes.Count, input.Options.Replicas)
                : ReportScope.Brief(ring.Nodes.Count, input.Options.Replicas, seedCount);
            foreach (string part in parsed.GetValue(without) ?? [])
            {
                scope = scope.Without(OptionText.OneOf(without.Name, part, OptionText.ReportParts));
            }

            string path = parsed.GetValue(folderOption) ?? DefaultFolder;
            using OutputFolder folder = OutputFolder.Create(path);
            using var progress = new Progress(streams);
            keys.Check();
            var balance = BalanceAnalysis.Of(ring, KeyCounts.Of(ring, keys));
            var planned = Plan(folder, input, ring, keys, change, balance);
            var sweep = ReplicaSweep.Run(scope.Pairs, seedCount, input.Options, seed, done => progress.Show("drawing rings", done));
            var data = new ReportData(
                RunDescription.Of(ring, DocumentFiles.CommandLineOf(parsed), keys.Description),
                CommandsOf(parsed, ringOptions, keyOptions, planned, scope, ring, seedCount, seed),
                ring,
                balance,
                CollisionAnalysis.Of(ring),
                ArcHistogram.Of(ring),
                sweep,
                planned,
                seed,
                scope.AdviceRings is { } rings
                    ? Advise(
                        new ReplicaQuestion(ring.Nodes.Count, ReportScope.Target, ReportScope.Confidence, rings, input.Options, seed),
                        new ResultCache(streams.CacheFolder),
                        progress)
                    : null,
                scope.CompareKeys is { } compared
                    ? AlgorithmComparison.Run(ComparedInput.Random(ring.Nodes.Count, compared), scope.CompareSeeds, input.Options, seed, progress.Show)
                    : null,
                benchmarks)
            {
                GivenNodes = [.. input.Names],
            };
            progress.Show("writing plots", 1);
            ReportFiles.Write(folder, data, plotFont);
            folder.Complete();
            progress.Dispose();
            FontOption.WarnWithout(streams, plotFont);
            using StreamWriter output = streams.OpenText();
            foreach (string sentence in ReportSummary.Sentences(data))
            {
                output.WriteLine(sentence);
            }

            output.WriteLine($"Report: {Path.Combine(path, "index.html")}");
            return 0;
        });
        return command;
    }

    private static ReplicaAdvice Advise(ReplicaQuestion question, ResultCache cache, Progress progress) =>
        ReplicaAdvice.Measure(question, CachedSimulation.Of(question, cache, progress.Show), progress.Show);

    private static PlannedChange Plan(
        OutputFolder folder, RingInput input, HashRing ring, KeySource keys, NodeChanges? given, BalanceAnalysis balance)
    {
        NodeChanges change = given ?? PlannedChange.Example(input, balance);
        HashRing after = change.ApplyTo(input).Build();
        using Stream file = folder.Open("movement-keys.csv");
        KeyMoves moves = MovedKeys.WriteCsv(ring, after, keys, file);
        return new PlannedChange(change, given is null, MovementAnalysis.Of(ring, after, moves), MovedRange.Between(ring, after));
    }

    private static ReportCommands CommandsOf(
        ParseResult parsed, RingOptionSet ringOptions, KeyOptionSet keyOptions, PlannedChange change, ReportScope scope, HashRing ring, int seeds, ulong seed)
    {
        Option[] own = [.. ringOptions.Options, .. keyOptions.Options];
        Option[] any = [.. ringOptions.OptionsOfAnyRing];
        return new ReportCommands(
            DocumentFiles.CommandLineOf(parsed),
            DocumentFiles.CommandLineOf("balance", parsed, own),
            DocumentFiles.CommandLineOf("movement", parsed, own) + WordsOf(change.Nodes),
            scope.IsOfOneNodeCount
                ? DocumentFiles.CommandLineOf(
                    "sweep", parsed, any, $" --nodes {ring.Nodes.Count} --replicas {string.Join(',', scope.Pairs.Select(pair => pair.Replicas))} --seeds {seeds} --seed {seed}")
                : DocumentFiles.CommandLineOf(parsed),
            DocumentFiles.CommandLineOf(
                "advise", parsed, any, $" --nodes {ring.Nodes.Count} --target {ReportScope.Target} --confidence {ReportScope.Confidence} --seeds {scope.AdviceRings ?? 20} --seed {seed}"),
            DocumentFiles.CommandLineOf(
                "compare", parsed, any, $" --nodes {ring.Nodes.Count} --replicas {ring.Options.Replicas} --keys {scope.CompareKeys ?? 1000} --seeds {scope.CompareSeeds} --seed {seed}"));
    }

    private static string WordsOf(NodeChanges change) => string.Concat(
        change.Added.Select(name => $"--add={name}")
            .Concat(change.Removed.Select(name => $"--remove={name}"))
            .Concat(change.Weights.Select(weight => string.Create(CultureInfo.InvariantCulture, $"--weight={weight.Key}={weight.Value}")))
            .Select(word => " " + DocumentFiles.Quoted(word)));
}

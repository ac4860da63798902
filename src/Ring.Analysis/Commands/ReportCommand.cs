using System.CommandLine;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Reports;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Commands;

/// <summary><c>ringperf report</c>: everything about one ring and its keys, as a page, plots and tables.</summary>
internal static class ReportCommand
{
    internal const string Name = "report";

    private const string DefaultFolder = "ringperf-report";
    private const int DefaultSeeds = 200;
    private const int LeastSeeds = 100;

    internal static Command Create(ToolStreams streams)
    {
        var command = new Command(Name, "Writes a page with plots, SVG and PNG files, CSV and JSON.");
        var ringOptions = new RingOptionSet();
        var keyOptions = new KeyOptionSet();
        var seeds = new Option<string>("--seeds") { Description = $"Rings drawn for each replica count, at least {LeastSeeds} (default {DefaultSeeds})", HelpName = "N" };
        var folderOption = new Option<string>("--out") { Description = $"Folder to write (default {DefaultFolder})", HelpName = "DIR" };
        var font = new FontOption();
        ringOptions.AddTo(command);
        keyOptions.AddTo(command);
        command.Add(seeds);
        command.Add(folderOption);
        font.AddTo(command);
        command.SetAction(parsed =>
        {
            int seedCount = parsed.GetValue(seeds) is { } text ? OptionText.Integer(seeds.Name, text, LeastSeeds) : DefaultSeeds;
            RingInput input = ringOptions.Read(parsed);
            HashRing ring = input.Build();
            using KeySource keys = keyOptions.Read(parsed, streams);
            PlotFont? plotFont = font.Read(parsed);
            string path = parsed.GetValue(folderOption) ?? DefaultFolder;
            using OutputFolder folder = OutputFolder.Create(path);
            using var progress = new Progress(streams);
            var data = new ReportData(
                RunDescription.Of(ring, DocumentFiles.CommandLineOf(parsed), keys.Description),
                ring,
                BalanceAnalysis.Of(ring, KeyCounts.Of(ring, keys)),
                CollisionAnalysis.Of(ring),
                ArcHistogram.Of(ring),
                ReplicaSweep.Run(
                    ReplicaSweep.Pairs(
                        [ring.Nodes.Count], ReplicaSweep.ReplicasWithin(input.Options.Replicas, ring.Nodes.Count, seedCount)),
                    seedCount,
                    input.Options,
                    keyOptions.ReadSeed(parsed),
                    done => progress.Show("drawing rings", done)),
                keyOptions.ReadSeed(parsed))
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
}

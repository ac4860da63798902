using System.CommandLine;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Reports;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Commands;

/// <summary><c>ringperf balance</c>: the exact share of each node and how many of the keys it owns.</summary>
internal static class BalanceCommand
{
    internal static Command Create(ToolStreams streams)
    {
        var command = new Command("balance", "Shows the exact share of each node, and the keys it owns.");
        var ringOptions = new RingOptionSet();
        var keyOptions = new KeyOptionSet();
        var weights = new KeyWeightOptionSet();
        var outputOptions = new OutputOptionSet();
        ringOptions.AddTo(command);
        keyOptions.AddTo(command);
        weights.AddTo(command);
        outputOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            OutputFormat format = outputOptions.ReadFormat(parsed);
            HashRing ring = ringOptions.Read(parsed).Build();
            using KeySource keys = weights.Read(parsed, keyOptions.Read(parsed, streams));
            using OutputFolder? folder = outputOptions.ReadFolder(parsed);
            using var progress = new Progress(streams);
            BalanceAnalysis balance = BalanceAnalysis.Of(ring, KeyCounts.Of(ring, keys, progress.ShowKeys));
            progress.Dispose();
            folder?.WriteDocuments("balance", BalanceText.Json(balance), BalanceText.Csv(balance), ring, parsed, keys.Description);
            Answer.Write(
                streams, format, () => BalanceText.Json(balance), () => BalanceText.Csv(balance), table => BalanceText.Table(balance, table));
            return 0;
        });
        return command;
    }
}

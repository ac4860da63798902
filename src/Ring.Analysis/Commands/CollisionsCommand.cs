using System.CommandLine;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Reports;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Commands;

/// <summary><c>ringperf collisions</c>: labels that share a position, the arcs at stake, and the odds.</summary>
internal static class CollisionsCommand
{
    internal static Command Create(ToolStreams streams)
    {
        var command = new Command("collisions", "Shows which labels share a position, the arc at stake, and the odds.");
        var ringOptions = new RingOptionSet();
        var outputOptions = new OutputOptionSet();
        ringOptions.AddTo(command);
        outputOptions.AddTo(command);
        command.SetAction(parsed =>
        {
            OutputFormat format = outputOptions.ReadFormat(parsed);
            HashRing ring = ringOptions.Read(parsed).Build();
            using OutputFolder? folder = outputOptions.ReadFolder(parsed);
            CollisionAnalysis collisions = CollisionAnalysis.Of(ring);
            folder?.WriteDocuments("collisions", CollisionText.Json(collisions), CollisionText.Csv(collisions), ring, parsed, "none");
            Answer.Write(
                streams, format, () => CollisionText.Json(collisions), () => CollisionText.Csv(collisions), table => CollisionText.Table(collisions, table));
            return 0;
        });
        return command;
    }
}

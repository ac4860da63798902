using System.CommandLine;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Reports;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Commands;

/// <summary><c>ringperf movement</c>: what moves when nodes come and go, before anything is changed.</summary>
internal static class MovementCommand
{
    internal static Command Create(ToolStreams streams)
    {
        var command = new Command("movement", "Shows what moves when nodes come, go or get another weight, against the least possible.");
        var ringOptions = new RingOptionSet();
        var changes = new ChangeOptionSet();
        var list = new ChoiceOption<MovementList>("--list", "What is listed", OptionText.MovementLists);
        var keyOptions = new KeyOptionSet();
        var outputOptions = new OutputOptionSet();
        var font = new FontOption();
        ringOptions.AddTo(command);
        changes.AddTo(command);
        command.Add(list.Option);
        keyOptions.AddTo(command);
        outputOptions.AddTo(command);
        font.AddTo(command);
        command.SetAction(parsed =>
        {
            OutputFormat format = outputOptions.ReadFormat(parsed);
            MovementList listed = list.Read(parsed);
            RingInput input = ringOptions.Read(parsed);
            NodeChanges change = changes.Read(parsed, input.Names);
            HashRing before = input.Build();
            HashRing after = change.ApplyTo(input).Build();
            using KeySource keys = keyOptions.Read(parsed, streams);
            PlotFont? plotFont = font.Read(parsed);
            using OutputFolder? folder = outputOptions.ReadFolder(parsed);
            KeyMoves moves;
            using (Stream? file = folder?.Open("keys.csv"))
            {
                moves = listed == MovementList.Keys
                    ? ListKeys(streams, format, before, after, keys, file)
                    : file is null ? KeyMoves.Of(before, after, keys) : MovedKeys.WriteCsv(before, after, keys, file);
            }

            MovementAnalysis movement = MovementAnalysis.Of(before, after, moves);
            if (folder is not null)
            {
                WriteFolder(folder, movement, before, after, plotFont, RunDescription.Of(before, DocumentFiles.CommandLineOf(parsed), keys.Description));
                FontOption.WarnWithout(streams, plotFont);
            }

            if (listed == MovementList.Flows)
            {
                Answer.Write(
                    streams, format, () => MovementText.Json(movement), () => MovementText.Csv(movement), table => MovementText.Table(movement, table));
            }
            else if (listed == MovementList.Ranges)
            {
                MovedRange[] ranges = MovedRange.Between(before, after);
                Answer.Write(
                    streams, format, () => MovementText.RangesJson(ranges), () => MovementText.RangesCsv(ranges), table => MovementText.RangesTable(ranges, table));
            }

            return 0;
        });
        return command;
    }

    private static KeyMoves ListKeys(ToolStreams streams, OutputFormat format, HashRing before, HashRing after, KeySource keys, Stream? file)
    {
        keys.Check();
        // Not disposed: standard output is not ours to close.
        var output = new BufferedStream(streams.Output, 1 << 16);
        KeyMoves moves;
        using (KeyRowWriter writer = MovedKeys.Writer(format, output, before, after))
        {
            if (file is null)
            {
                moves = KeyMoves.Of(before, after, keys, (key, from, to) => writer.Write(key, from, to));
            }
            else
            {
                using KeyRowWriter copy = MovedKeys.Writer(OutputFormat.Csv, file, before, after);
                moves = KeyMoves.Of(before, after, keys, (key, from, to) =>
                {
                    writer.Write(key, from, to);
                    copy.Write(key, from, to);
                });
            }
        }

        output.Flush();
        return moves;
    }

    private static void WriteFolder(
        OutputFolder folder, MovementAnalysis movement, HashRing before, HashRing after, PlotFont? font, RunDescription run)
    {
        folder.Write("shares.csv", MovementText.SharesCsv(movement));
        folder.Write("ranges.csv", MovementText.RangesCsv(MovedRange.Between(before, after)));
        folder.WritePlots([MovementPlot.Of(movement)], font);
        folder.WriteDocuments("movement", MovementText.Json(movement), MovementText.Csv(movement), run);
    }
}

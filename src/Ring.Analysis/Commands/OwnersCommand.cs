using System.CommandLine;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Reports;

namespace RingPerf.Analysis.Commands;

/// <summary><c>ringperf owners</c>: the node of each key, in order.</summary>
internal static class OwnersCommand
{
    internal static Command Create(ToolStreams streams)
    {
        var command = new Command("owners", "Prints key, tab, node for each key, in order.");
        var ringOptions = new RingOptionSet();
        var keyOptions = new KeyOptionSet();
        ChoiceOption<OutputFormat> format = OutputOptionSet.Format(OptionText.Formats);
        ringOptions.AddTo(command);
        keyOptions.AddTo(command);
        command.Add(format.Option);
        command.SetAction(parsed =>
        {
            OutputFormat form = format.Read(parsed);
            HashRing ring = ringOptions.Read(parsed).Build();
            using KeySource keys = keyOptions.Read(parsed, streams);
            keys.Check();
            // Not disposed: standard output is not ours to close.
            var output = new BufferedStream(streams.Output, 1 << 16);
            using (KeyRowWriter writer = KeyRowWriter.Create(form, output, new NodeColumn("node", ring.Nodes)))
            {
                Write(ring, keys, writer);
            }

            output.Flush();
            return 0;
        });
        return command;
    }

    private static void Write(HashRing ring, KeySource keys, KeyRowWriter writer)
    {
        int[] owners = [];
        using IKeyBatches batches = keys.Open();
        while (batches.MoveNext())
        {
            ReadOnlySpan<int> offsets = batches.Offsets;
            if (owners.Length < offsets.Length)
            {
                owners = new int[offsets.Length];
            }

            ring.GetNodeIndices(batches.Utf8, offsets, owners);
            for (int i = 0; i + 1 < offsets.Length; i++)
            {
                writer.Write(batches.Utf8[offsets[i]..offsets[i + 1]], owners[i]);
            }
        }
    }
}

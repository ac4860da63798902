using System.CommandLine;
using System.Globalization;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Reports;

namespace RingPerf.Analysis.Commands;

/// <summary><c>ringperf verify</c>: the same input through the installed Python original, compared point by point and key by key.</summary>
internal static class VerifyCommand
{
    private const int NameWidth = 60;

    internal static Command Create(ToolStreams streams)
    {
        var command = new Command("verify", "Runs the installed Python original on the same input and compares.");
        var ringOptions = new RingOptionSet();
        var keyOptions = new KeyOptionSet();
        ChoiceOption<OutputFormat> format = OutputOptionSet.Format([.. OptionText.Formats.Where(form => form.Value != OutputFormat.Csv)]);
        var python = new Option<string>("--python") { Description = "Interpreter that can import aodh (default: python3, then /usr/bin/python3)", HelpName = "FILE" };
        ringOptions.AddTo(command);
        keyOptions.AddTo(command);
        command.Add(format.Option);
        command.Add(python);
        command.SetAction(parsed =>
        {
            OutputFormat form = format.Read(parsed);
            RingInput input = Comparable(ringOptions.Read(parsed));
            HashRing ring = input.Build();
            using KeySource keys = keyOptions.Read(parsed, streams);
            keys.Check();
            using PythonOriginal original = PythonOriginal.Open(parsed.GetValue(python), input);
            VerifyResult result = Compare(ring, keys, original);
            using StreamWriter output = streams.OpenText();
            output.Write(form == OutputFormat.Json ? JsonContract.Text(result) : Sentence(result));
            return result.FirstMismatch is null ? 0 : 1;
        });
        return command;
    }

    // The original knows MD5 and last-wins only; a canonical ring is the last-wins ring of its nodes in canonical order.
    private static RingInput Comparable(RingInput input)
    {
        if (input.Options.Profile != RingProfile.Aodh)
        {
            string name = OptionText.NameOf(OptionText.Profiles, input.Options.Profile);
            throw new BadInputException($"--profile is \"{name}\"; the Python original that verify runs is aodh's, so it must be aodh");
        }

        if (input.IsWeighted)
        {
            RingNode weighted = input.Nodes.First(node => node.Weight != 1);
            throw new BadInputException(
                $"the node \"{PrintableText.Shortened(weighted.Name, 40)}\" has a weight; the Python original has none, so all must be 1");
        }

        if (input.Options.Hash is not (HashFunction.Md5 or HashFunction.Md5Platform))
        {
            string name = OptionText.NameOf(OptionText.Hashes, input.Options.Hash);
            throw new BadInputException($"--hash is \"{name}\"; the Python original has MD5 only, so it must be md5 or md5-platform");
        }

        if (input.Options.Collisions == CollisionRule.LastWins)
        {
            return input;
        }

        string[] canonical = [.. input.Names.Distinct()];
        Array.Sort(canonical, (x, y) => System.Text.Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(y)));
        return input with { Nodes = [.. canonical.Select(name => new RingNode(name))] };
    }

    private static VerifyResult Compare(HashRing ring, KeySource keys, PythonOriginal original)
    {
        string? first = null;
        long pointMismatches = Math.Abs(ring.PointCount - original.Points.Count);
        for (int point = 0; point < Math.Min(ring.PointCount, original.Points.Count); point++)
        {
            (uint position, int node) = original.Points[point];
            if (ring.Positions[point] != position || ring.Owners[point] != node)
            {
                pointMismatches++;
                first ??= $"point {point} is {ring.Positions[point]} of {Named(ring, ring.Owners[point])}; the original has {position} of {Named(ring, node)}";
            }
        }

        if (pointMismatches > 0)
        {
            first ??= $"the ring has {ring.PointCount} points; the original has {original.Points.Count}";
        }

        long count = 0;
        long mismatches = 0;
        Task sending = Task.Run(() => original.SendKeys(keys));
        using IKeyBatches batches = keys.Open();
        while (batches.MoveNext())
        {
            int[] owners = new int[batches.Offsets.Length - 1];
            ring.GetNodeIndices(batches.Utf8, batches.Offsets, owners);
            for (int i = 0; i < owners.Length; i++)
            {
                int expected = original.ReadOwner();
                count++;
                if (owners[i] != expected)
                {
                    mismatches++;
                    first ??= $"key {count} belongs to {Named(ring, owners[i])}; the original says {Named(ring, expected)}";
                }
            }
        }

        sending.GetAwaiter().GetResult();
        return new VerifyResult(original.Version, ring.PointCount, pointMismatches, count, mismatches, first);
    }

    // The original may be wrong about anything, the number of nodes too.
    private static string Named(HashRing ring, int node) => (uint)node < (uint)ring.Nodes.Count
        ? PrintableText.Shortened(ring.Nodes[node], NameWidth)
        : string.Create(CultureInfo.InvariantCulture, $"node number {node}");

    private static string Sentence(VerifyResult result) => result.FirstMismatch is null
        ? string.Create(CultureInfo.InvariantCulture, $"equal to {result.Original}: {result.Points:N0} points and {result.Keys:N0} keys\n")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"DIFFERENT from {result.Original}: {result.PointMismatches:N0} points and {result.KeyMismatches:N0} of {result.Keys:N0} keys\nfirst: {result.FirstMismatch}\n");
}

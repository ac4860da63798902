using System.CommandLine;
using System.Text;
using RingPerf.Analysis;
using RingPerf.Analysis.Commands;
using RingPerf.Analysis.Inputs;
using RingPerf.Fuzz.Oracles;

namespace RingPerf.Fuzz.Targets;

/// <summary>Option text of the tool: values in their range or an error, and names that are shown stay within their width.</summary>
/// <remarks>Lines are arguments, as UTF-8 and as UTF-16.</remarks>
internal sealed class OptionTarget : IFuzzTarget
{
    private static readonly string[] Nodes = ["a", "b", "c=1"];

    public string Name => "options";

    public IReadOnlyList<string> Tokens { get; } =
    [
        "--add\n", "--remove\n", "--weight\n", "a=1", "=", "1,10,100", "2147483648", "-1", "1e9", "0x10", "\n", "--", "@", "\xf0\x9f\x91\xa8\xe2\x80\x8d",
        "\xe2\x80\xae", "\xcc\x81", "18446744073709551615", "md5", "python-bytes", "infinity",
    ];

    public void Run(ReadOnlySpan<byte> input)
    {
        foreach (string text in new[] { Encoding.UTF8.GetString(input), ScalarText.FromBytes(input) })
        {
            string[] lines = text.Split('\n');
            Array.ForEach(lines, CheckValues);
            CheckShown(text);
            CheckChanges(lines);
        }
    }

    private static void CheckValues(string text)
    {
        Check.Accepts<BadInputException>(() => Check.That(OptionText.Integer("--n", text, least: 3) >= 3, "a whole number is below the least"));
        Check.Accepts<BadInputException>(() => Check.That(OptionText.Between("--x", text, above: 1, below: 10) is > 1 and < 10, "a number is outside"));
        Check.Accepts<BadInputException>(() => OptionText.Seed("--seed", text));
        Check.Accepts<BadInputException>(() => OptionText.OneOf("--hash", text, OptionText.Hashes));
        Check.Accepts<BadInputException>(() =>
        {
            int[] values = OptionText.Integers("--replicas", text, least: 1);
            Check.That(values.Length > 0 && values.SequenceEqual(values.Where(value => value >= 1).Distinct().Order()), "whole numbers are not ascending");
        });
    }

    private static void CheckShown(string text)
    {
        const int Width = 12;
        string shown = PrintableText.Shortened(text, Width);
        Check.That(PrintableText.WidthOf(shown) <= Width, $"a name that is shown takes {PrintableText.WidthOf(shown)} letters");
        Check.That(!PrintableText.Of(text).Any(char.IsControl), "a name that is shown has a control character");
        Check.Equal(PrintableText.Of(text), PrintableText.Of(PrintableText.Of(text)), "a name that is shown twice");
    }

    private static void CheckChanges(string[] lines)
    {
        var command = new Command("movement");
        var changes = new ChangeOptionSet();
        changes.AddTo(command);
        var settings = new ParserConfiguration { ResponseFileTokenReplacer = null };
        ParseResult parsed = command.Parse(lines, settings);
        NodeChanges? read = null;
        if (parsed.Errors.Count > 0 || !Check.Accepts<BadInputException>(() => read = changes.Read(parsed, Nodes)))
        {
            return;
        }

        RingInput after = read!.ApplyTo(new RingInput([.. Nodes.Select(name => new RingNode(name))], new HashRingOptions()));
        Check.Equal(Nodes.Length + read.Added.Count - read.Removed.Count, after.Nodes.Count, "number of nodes after the change");
        Check.That(after.Names.Distinct().Count() == after.Nodes.Count, "a node is there twice");
        Check.That(after.Nodes.All(node => node.Weight > 0 && double.IsFinite(node.Weight)), "a weight is out of range");
    }
}

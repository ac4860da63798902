using System.Buffers.Text;
using System.Text;

namespace RingPerf.Analysis.Inputs;

/// <summary>Names of nodes, one a line, each with a tab and a weight behind it where that is not 1.</summary>
internal static class NodeFile
{
    private const int NameWidth = 40;

    internal static List<RingNode> Read(string option, string path)
    {
        var nodes = new List<RingNode>();
        using var lines = new Utf8LineReader(InputFile.Open(option, path), path);
        while (lines.MoveNext())
        {
            for (int i = 0; i + 1 < lines.Offsets.Length; i++)
            {
                ReadOnlySpan<byte> line = lines.Utf8[lines.Offsets[i]..lines.Offsets[i + 1]];
                if (line.IsEmpty)
                {
                    throw new BadInputException($"{path}: line {lines.FirstLine + i} is empty; every line must name a node");
                }

                int tab = line.LastIndexOf((byte)'\t');
                double weight = 1;
                if (tab >= 0 && !TryReadWeight(line[(tab + 1)..], out weight))
                {
                    string text = PrintableText.Shortened(Encoding.UTF8.GetString(line[(tab + 1)..]), NameWidth);
                    throw new BadInputException(
                        $"{path}: line {lines.FirstLine + i} has \"{text}\" behind its tab; a weight is a number above 0");
                }

                ReadOnlySpan<byte> name = tab >= 0 ? line[..tab] : line;
                if (name.IsEmpty)
                {
                    throw new BadInputException($"{path}: line {lines.FirstLine + i} has a weight and no name; every line must name a node");
                }

                nodes.Add(new RingNode(Encoding.UTF8.GetString(name), weight));
            }
        }

        return nodes.Count > 0 ? nodes : throw new BadInputException($"{option}: {path} has no nodes; it must have at least one line");
    }

    private static bool TryReadWeight(ReadOnlySpan<byte> text, out double weight) =>
        Utf8Parser.TryParse(text, out weight, out int read) && read == text.Length && weight > 0 && double.IsFinite(weight);
}

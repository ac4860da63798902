using System.Text;

namespace RingPerf.Analysis.Inputs;

/// <summary>Names of nodes, one a line.</summary>
internal static class NodeFile
{
    internal static List<string> Read(string option, string path)
    {
        var nodes = new List<string>();
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

                if (line.Contains((byte)'\t'))
                {
                    throw new BadInputException($"{path}: line {lines.FirstLine + i} has a weight column; weights are not supported");
                }

                nodes.Add(Encoding.UTF8.GetString(line));
            }
        }

        return nodes.Count > 0 ? nodes : throw new BadInputException($"{option}: {path} has no nodes; it must have at least one line");
    }
}

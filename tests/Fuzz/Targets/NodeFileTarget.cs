using System.Globalization;
using System.Text;
using RingPerf.Analysis;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Fuzz.Targets;

/// <summary>Node files: nodes with names and finite weights above 0, which written again are read as the same, or an error that names the file.</summary>
internal sealed class NodeFileTarget : IFuzzTarget
{
    private readonly Lazy<FileStream> _file = new(Create);

    public string Name => "nodefile";

    public IReadOnlyList<string> Tokens { get; } = ["\n", "\t", "\t1", "\t0.5\n", "\t1e308", "\t1e-320", "\tinfinity", "\t-1", "\xed\xa0\x80", "\r", "\xef\xbb\xbf"];

    public void Run(ReadOnlySpan<byte> input)
    {
        List<RingNode>? nodes = Read(input);
        if (nodes is null)
        {
            return;
        }

        Check.That(nodes.TrueForAll(node => node.Name.Length > 0 && node.Weight > 0 && double.IsFinite(node.Weight)), "a node has no name, or a wrong weight");
        string text = string.Concat(nodes.Select(node => string.Create(CultureInfo.InvariantCulture, $"{node.Name}\t{node.Weight:R}\n")));
        List<RingNode>? again = Read(Encoding.UTF8.GetBytes(text));
        Check.That(again is not null && again.SequenceEqual(nodes), "nodes that were written are read as others");
    }

    // One file for all inputs: to make one is a hundred times the cost of reading it.
    private static FileStream Create()
    {
        string path = Path.Combine(Path.GetTempPath(), $"ringperf-fuzz-{Path.GetRandomFileName()}");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(path);
        return file;
    }

    private List<RingNode>? Read(ReadOnlySpan<byte> bytes)
    {
        // Not cut to nothing first, for which some file systems wait for the disk.
        _file.Value.Position = 0;
        _file.Value.Write(bytes);
        _file.Value.SetLength(bytes.Length);
        List<RingNode>? nodes = null;
        return Check.Accepts<BadInputException>(() => nodes = NodeFile.Read("--nodes-file", _file.Value.Name)) ? nodes : null;
    }
}

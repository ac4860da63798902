using System.Text;

namespace RingPerf.Tests;

/// <summary>The Python original read line by line: a dictionary, a sorted list and <c>bisect_right</c>.</summary>
internal sealed class PythonModel
{
    private readonly HashFunction _hash;
    private readonly Dictionary<uint, string> _ring = [];
    private readonly List<uint> _sortedKeys = [];

    internal PythonModel(IEnumerable<string> nodes, int replicas, LabelFormat labels, HashFunction hash = HashFunction.Md5)
        : this(nodes.Select(node => (node, replicas)), labels, hash)
    {
    }

    /// <summary>Nodes that have each its own number of replicas.</summary>
    internal PythonModel(IEnumerable<(string Node, int Replicas)> nodes, LabelFormat labels, HashFunction hash)
    {
        _hash = hash;
        foreach ((string node, int replicas) in nodes)
        {
            for (int r = 0; r < replicas; r++)
            {
                uint position = Hash(Label(node, labels, r));
                _ring[position] = node;
                _sortedKeys.Add(position);
            }
        }

        _sortedKeys.Sort();
    }

    /// <summary>The distinct points in ascending order.</summary>
    internal IEnumerable<(uint Position, string Owner)> Points =>
        _ring.OrderBy(point => point.Key).Select(point => (point.Key, point.Value));

    internal static string Label(string node, LabelFormat labels, int replica) =>
        (labels == LabelFormat.Plain ? node : BytesRepr(Encoding.UTF8.GetBytes(node))) + "-" + replica;

    /// <summary>Python's <c>repr(bytes)</c>.</summary>
    internal static string BytesRepr(byte[] bytes)
    {
        string quote = bytes.Contains((byte)'\'') && !bytes.Contains((byte)'"') ? "\"" : "'";
        string text = "";
        foreach (byte value in bytes)
        {
            string character = ((char)value).ToString();
            text += character switch
            {
                "\t" => @"\t",
                "\n" => @"\n",
                "\r" => @"\r",
                _ when character == "\\" || character == quote => "\\" + character,
                _ when value is < 0x20 or > 0x7e => "\\x" + value.ToString("x2", null),
                _ => character,
            };
        }

        return "b" + quote + text + quote;
    }

    internal string? GetNode(string key)
    {
        if (_ring.Count == 0)
        {
            return null;
        }

        int position = BisectRight(_sortedKeys, Hash(key));
        return _ring[_sortedKeys[position < _sortedKeys.Count ? position : 0]];
    }

    private static int BisectRight(List<uint> sorted, uint value) => sorted.TakeWhile(item => item <= value).Count();

    private uint Hash(string text) => ReferenceHash.Position(_hash, Encoding.UTF8.GetBytes(text));
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RingPerf.Benchmarks.Rivals;

/// <summary>The Python ring as a .NET programmer would port it in good faith: a dictionary of owners beside a sorted list, the
/// class library for everything, nothing clever.</summary>
internal sealed class NaivePortRing
{
    private readonly Dictionary<uint, string> _owners = [];
    private readonly List<uint> _positions = [];

    internal NaivePortRing(IEnumerable<string> nodes, int replicas)
    {
        foreach (string node in nodes)
        {
            for (int replica = 0; replica < replicas; replica++)
            {
                uint position = Position($"{node}-{replica}");
                _owners[position] = node;
                _positions.Add(position);
            }
        }

        _positions.Sort();
    }

    internal string? GetNode(string key)
    {
        if (_positions.Count == 0)
        {
            return null;
        }

        int index = BisectRight(Position(key));
        return _owners[_positions[index == _positions.Count ? 0 : index]];
    }

    /// <summary>The preference list: nodes in the order of their first points from the key on.</summary>
    internal List<string> GetNodes(string key, int count)
    {
        var nodes = new List<string>(count);
        int first = BisectRight(Position(key));
        for (int i = 0; i < _positions.Count && nodes.Count < count; i++)
        {
            string node = _owners[_positions[(first + i) % _positions.Count]];
            if (!nodes.Contains(node))
            {
                nodes.Add(node);
            }
        }

        return nodes;
    }

    private static uint Position(string text) =>
        BinaryPrimitives.ReadUInt32BigEndian(MD5.HashData(Encoding.UTF8.GetBytes(text)));

    private int BisectRight(uint position)
    {
        int index = _positions.BinarySearch(position);
        if (index < 0)
        {
            return ~index;
        }

        // Positions that collide stay twice in the list, as in Python, and BinarySearch may find any of them.
        while (index < _positions.Count && _positions[index] == position)
        {
            index++;
        }

        return index;
    }
}

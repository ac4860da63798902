using System.IO.Hashing;
using System.Text;

namespace RingPerf.Benchmarks.Rivals;

/// <summary>The ring that most .NET libraries have: a sorted list of 32-bit points, a fast hash in place of MD5, binary search.</summary>
internal sealed class SortedListRing
{
    private readonly SortedList<uint, string> _points = [];

    internal SortedListRing(IEnumerable<string> nodes, int replicas)
    {
        var points = new Dictionary<uint, string>();
        foreach (string node in nodes)
        {
            for (int replica = 0; replica < replicas; replica++)
            {
                points[Position($"{node}-{replica}")] = node;
            }
        }

        _points = new SortedList<uint, string>(points);
    }

    internal string GetNode(string key)
    {
        uint position = Position(key);
        IList<uint> positions = _points.Keys;
        int low = 0;
        int high = positions.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (positions[middle] > position)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return _points.Values[low == positions.Count ? 0 : low];
    }

    private static uint Position(string text) => XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(text));
}

using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace RingPerf.Analysis.Tests.Support;

/// <summary>The ring written down as its definition says, from the platform's MD5 and a sorted list: the oracle of these tests.</summary>
internal sealed class SlowRing
{
    private readonly SortedList<uint, string> _points;

    /// <summary>Plain labels; the node that comes last owns a shared position.</summary>
    internal SlowRing(IEnumerable<string> nodes, int replicas)
    {
        var points = new Dictionary<uint, string>();
        foreach (string node in nodes)
        {
            for (int replica = 0; replica < replicas; replica++)
            {
                points[Position(Encoding.UTF8.GetBytes($"{node}-{replica}"))] = node;
            }
        }

        _points = new SortedList<uint, string>(points);
    }

    internal IEnumerable<uint> Positions => _points.Keys;

    internal int Points => _points.Count;

    [SuppressMessage("Security", "CA5351", Justification = "The ring is defined by MD5.")]
    internal static uint Position(byte[] text) => BinaryPrimitives.ReadUInt32BigEndian(MD5.HashData(text));

    internal int PointsOf(string node) => _points.Count(point => point.Value == node);

    internal string Owner(byte[] key) => OwnerAt(Position(key));

    internal string OwnerAt(uint position)
    {
        foreach ((uint point, string node) in _points)
        {
            if (point > position)
            {
                return node;
            }
        }

        return _points.Values[0];
    }

    /// <summary>Positions that a node owns, of 2^32.</summary>
    internal ulong LengthOf(string node)
    {
        ulong length = 0;
        for (int i = 0; i < _points.Count; i++)
        {
            if (_points.Values[i] == node)
            {
                long arc = i == 0 ? _points.Keys[0] + (1L << 32) - _points.Keys[^1] : (long)_points.Keys[i] - _points.Keys[i - 1];
                length += (ulong)arc;
            }
        }

        return length;
    }
}

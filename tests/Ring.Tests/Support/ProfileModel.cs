using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RingPerf.Tests;

/// <summary>The compatibility profiles read line by line from their originals: whole digests, a sorted list, one point after the other.</summary>
internal sealed class ProfileModel
{
    private readonly RingProfile _profile;
    private readonly SortedDictionary<UInt128, string> _points = [];

    internal ProfileModel(ProfileInput input)
    {
        _profile = input.Options.Profile;
        string[] order = new RingInput([.. input.Nodes.Select(node => node.Name)], input.Options).WinningOrder;
        string[] names = [.. order.Distinct()];
        long sum = names.Sum(name => (long)WeightOf(input, name));
        foreach (string name in order)
        {
            int weight = (int)WeightOf(input, name);
            long count = _profile switch
            {
                RingProfile.Tooz => input.Options.Replicas * weight,
                RingProfile.UhashringKetama => (long)input.Options.Replicas * names.Length * weight / sum,
                _ => FloatLabels(weight, sum, names.Length, input.Options.Replicas),
            };
            for (int i = 0; i < count; i++)
            {
                foreach (UInt128 position in Positions(name, i))
                {
                    Total++;
                    _points[position] = name;
                }
            }
        }
    }

    /// <summary>Points of all nodes where no name repeats, those that lost their position too.</summary>
    internal int Total { get; private set; }

    internal IEnumerable<(UInt128 Position, string Owner)> Points => _points.Select(point => (point.Key, point.Value));

    internal string? GetNode(string key)
    {
        if (_points.Count == 0)
        {
            return null;
        }

        byte[] digest = Digest(key);
        UInt128 hash = _profile == RingProfile.Tooz
            ? BinaryPrimitives.ReadUInt128BigEndian(digest)
            : BinaryPrimitives.ReadUInt32LittleEndian(digest);
        foreach ((UInt128 position, string owner) in _points)
        {
            if (position > hash || (position == hash && _profile == RingProfile.Ketama))
            {
                return owner;
            }
        }

        return _points.First().Value;
    }

    private static double WeightOf(ProfileInput input, string name) => input.Nodes.Last(node => node.Name == name).Weight;

    private static long FloatLabels(int weight, long sum, int nodes, int replicas)
    {
        float percent = weight / (float)sum;
        float times = percent * (4 * replicas);
        float quarter = times / 4;
        float labels = quarter * nodes;
        return (long)Math.Floor((float)(labels + 0.0000000001));
    }

    private IEnumerable<UInt128> Positions(string name, int i)
    {
        if (_profile == RingProfile.Tooz)
        {
            return [BinaryPrimitives.ReadUInt128BigEndian(Digest(string.Concat(Enumerable.Repeat(name, i + 2))))];
        }

        byte[] digest = Digest($"{name}-{i}");
        return Enumerable.Range(0, 4).Select(part => (UInt128)BinaryPrimitives.ReadUInt32LittleEndian(digest.AsSpan(4 * part)));
    }

    private static byte[] Digest(string text) => CryptographicOperations.HashData(HashAlgorithmName.MD5, Encoding.UTF8.GetBytes(text));
}

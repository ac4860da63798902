using RingPerf.Fuzz.Oracles;

namespace RingPerf.Fuzz.Targets;

/// <summary>Names of nodes in both label formats: points as a map from position to node gives them, and changes equal to a rebuild.</summary>
/// <remarks>The first byte chooses the label format, the second the hash, the third the replicas; then come UTF-16 code units, names apart by U+000A.</remarks>
internal sealed class NodeTarget : IFuzzTarget
{
    private const int MostNodes = 24;

    public string Name => "nodes";

    public IReadOnlyList<string> Tokens { get; } = ["'\x00", "\"\x00", "\\\x00", "\x0a\x00", "\x00\xd8", "\x00\xdc", "\x3d\xd8\x00\xde", "-\x00" + "1\x00"];

    public void Run(ReadOnlySpan<byte> input)
    {
        if (input.Length < 3)
        {
            return;
        }

        var options = new HashRingOptions
        {
            Labels = (LabelFormat)(input[0] % Enum.GetValues<LabelFormat>().Length),
            Hash = (HashFunction)(input[1] % Enum.GetValues<HashFunction>().Length),
            Replicas = 1 + (input[2] % 12),
        };
        string[] names = ScalarText.FromBytes(input[3..]).Split('\n');
        names = names[..Math.Min(names.Length, MostNodes)];
        if (Array.Exists(names, name => ScalarText.Encode(name) is null))
        {
            Check.Refused<ArgumentException>(() => _ = new HashRing(names, options), "a lone surrogate in a node");
            return;
        }

        var ring = new HashRing(names, options);
        CheckPoints(ring, names);
        CheckChanges(ring, names, options);
    }

    private static void CheckPoints(HashRing ring, string[] names)
    {
        Check.That(ring.Nodes.SequenceEqual(names.Distinct()), "the nodes are not those given, in first-seen order");
        KeyValuePair<uint, string>[] expected = [.. new ScalarRing(names, ring.Options.Replicas, ring.Options.Labels, ring.Options.Hash).Points];
        Check.Equal(expected.Length, ring.PointCount, "number of points");
        for (int point = 0; point < expected.Length; point++)
        {
            Check.Equal(expected[point].Key, ring.Positions[point], $"position of point {point}");
            Check.Equal(expected[point].Value, ring.Nodes[ring.Owners[point]], $"owner of point {point}");
        }
    }

    private static void CheckChanges(HashRing ring, string[] names, HashRingOptions options)
    {
        string last = names[^1];
        HashRing without = ring.Remove(last);
        CheckSame(new HashRing(names.Where(name => name != last), options), without, "removal");
        CheckSame(new HashRing([.. names.Where(name => name != last), last], options), without.Add(last), "addition");
        Check.Refused<ArgumentException>(() => without.Remove(last), "the removal of an absent node");
        Check.Refused<ArgumentException>(() => ring.Add(last), "the addition of a present node");
    }

    private static void CheckSame(HashRing expected, HashRing actual, string change)
    {
        Check.That(expected.Nodes.SequenceEqual(actual.Nodes), $"nodes after {change}");
        Check.That(expected.Positions.SequenceEqual(actual.Positions), $"positions after {change}");
        Check.That(expected.Owners.SequenceEqual(actual.Owners), $"owners after {change}");
        Check.Equal(expected.Checksum, actual.Checksum, $"checksum after {change}");
    }
}

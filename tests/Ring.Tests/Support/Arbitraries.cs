using FsCheck;
using FsCheck.Fluent;

namespace RingPerf.Tests;

/// <summary>Generators of the property tests.</summary>
public static class Arbitraries
{
    private static readonly string[] Atoms =
    [
        "a", "b", "Z", "0", "7", "-", " ", "'", "\"", "\\", "\0", "\t", "\n", "\r", "\x1b", "\x7f", "\u0080", "é", "e\u0301",
        "\u07ff", "\u0800", "漢", "\ufeff", "\ufffd", "\uffff", "😀", "\U0010ffff", "node-", "b'a'", "plumless", "buckeroo",
    ];

    internal static readonly double[] Weights = [1, 1, 1, 1e-300, 0.01, 0.1, 0.25, 0.5, 1.005, 1.5, 2, 2.5, 3.75];

    private static Gen<string> Text { get; } = TextOf(0, 6);

    private static Gen<string> Name { get; } = Gen.Frequency(
        (3, Text),
        (3, Gen.Choose(0, 30).Select(i => $"node-{i}")),
        (2, Gen.Elements(CollidingNames.Crc32)),
        (1, Gen.Elements(CollidingNames.Crc32WithThemselves)));

    private static Gen<HashRingOptions> Options { get; } =
        from replicas in Gen.Choose(1, 60)
        from labels in Gen.Elements(Enum.GetValues<LabelFormat>())
        from hash in Gen.Elements([.. Enum.GetValues<HashFunction>(), HashFunction.Md5, HashFunction.Crc32, HashFunction.Crc32])
        from search in Gen.Elements(Enum.GetValues<SearchAlgorithm>())
        from collisions in Gen.Elements(Enum.GetValues<CollisionRule>())
        select new HashRingOptions { Replicas = replicas, Labels = labels, Hash = hash, Search = search, Collisions = collisions };

    /// <summary>A few names, drawn with replacement so that names repeat, under any options.</summary>
    public static Arbitrary<RingInput> Rings() => Arb.From(
        from names in Between(1, 8, Name)
        from nodes in Between(0, 12, Gen.Elements(names))
        from options in Options
        select new RingInput(nodes, options),
        Simpler);

    /// <summary>The same names and options with a weight at each occurrence.</summary>
    public static Arbitrary<WeightedInput> WeightedRings() => Arb.From(
        from input in Rings().Generator
        from weights in Gen.Elements(Weights).ArrayOf(input.Nodes.Length)
        select new WeightedInput([.. input.Nodes.Zip(weights, (node, weight) => new RingNode(node, weight))], input.Options),
        input => input.Nodes.Select((_, gone) => input with { Nodes = Without(input.Nodes, gone) }));

    /// <summary>Rings of the profiles that are not the default one, names that collide by design among them.</summary>
    public static Arbitrary<ProfileInput> ProfileRings() => Arb.From(
        from profile in Gen.Elements(RingProfile.Tooz, RingProfile.Ketama, RingProfile.UhashringKetama)
        from names in Between(0, 8, Gen.Frequency((3, Name), (1, Gen.Elements("a", "aa", "aaa", "aaaa", ""))))
        from weights in Gen.Choose(1, 5).ArrayOf(names.Length)
        from replicas in Gen.Choose(1, 40)
        from search in Gen.Elements(Enum.GetValues<SearchAlgorithm>())
        from collisions in Gen.Elements(Enum.GetValues<CollisionRule>())
        select new ProfileInput(
            [.. names.Zip(weights, (name, weight) => new RingNode(name, weight))],
            new HashRingOptions { Profile = profile, Replicas = replicas, Search = search, Collisions = collisions }),
        input => input.Nodes.Select((_, gone) => input with { Nodes = Without(input.Nodes, gone) }));

    public static Arbitrary<KeyTexts> Keys() => Arb.From(
        Between(0, 12, Gen.Frequency((6, Text), (2, TextOf(7, 70)), (1, TextOf(200, 600)))).Select(keys => new KeyTexts(keys)),
        keys => keys.Texts.Select((_, gone) => new KeyTexts(Without(keys.Texts, gone))));

    public static Arbitrary<FewPoints> Points() => Arb.From(
        from bits in Gen.Choose(1, 5)
        from changes in Between(1, 14, ChangeOf(bits))
        select new FewPoints(changes),
        points => points.Changes.Select((_, gone) => new FewPoints(Without(points.Changes, gone))));

    private static Gen<PointChange> ChangeOf(int bits) =>
        from removes in Gen.Frequency((2, Gen.Constant(false)), (1, Gen.Constant(true)))
        from place in Gen.Choose(0, 1000)
        from positions in Between(1, 9, Gen.Choose(0, (1 << bits) - 1).Select(value => Spread((uint)value, bits)))
        select new PointChange(removes, place, positions);

    /// <summary>Values of a few bits over the whole circle, 0 and 2^32 - 1 among them.</summary>
    private static uint Spread(uint value, int bits) => (uint)(value * (ulong)uint.MaxValue / ((1u << bits) - 1));

    private static Gen<string> TextOf(int fewest, int most) => Between(fewest, most, Gen.Elements(Atoms)).Select(string.Concat);

    private static Gen<T[]> Between<T>(int fewest, int most, Gen<T> element) =>
        Gen.Choose(fewest, most).SelectMany(count => element.ArrayOf(count));

    private static IEnumerable<RingInput> Simpler(RingInput input)
    {
        for (int i = 0; i < input.Nodes.Length; i++)
        {
            yield return input with { Nodes = Without(input.Nodes, i) };
        }

        if (input.Options.Replicas > 1)
        {
            yield return input with { Options = input.Options with { Replicas = input.Options.Replicas / 2 } };
            yield return input with { Options = input.Options with { Replicas = input.Options.Replicas - 1 } };
        }
    }

    private static T[] Without<T>(T[] items, int gone) => [.. items[..gone], .. items[(gone + 1)..]];
}

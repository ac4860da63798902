using System.Buffers.Binary;

namespace RingPerf.Tests.State;

/// <summary>Wrong states: refused with the field, its value and what is allowed, or equal to a right one; never anything else.</summary>
public sealed class StateErrorTests
{
    // Of States.Small: header 36, then three nodes, positions, owners, shadows, checksum.
    private const int Nodes = 36;

    private static readonly byte[] Small = States.Of(States.Small);

    private static readonly int FirstRank = Nodes + 4 + BinaryPrimitives.ReadInt32LittleEndian(Small.AsSpan(Nodes));
    private static readonly int Positions = Small.Length - 8 - (8 * States.Small.GetCollisions().Length) - (8 * States.Small.PointCount);
    private static readonly int Owners = Positions + (4 * States.Small.PointCount);
    private static readonly int Shadows = Owners + (4 * States.Small.PointCount);

    [Fact]
    public void Small_Ring_HasShadowsAndPrecedence()
    {
        Assert.Equal(2, States.Small.GetCollisions().Length);
        Assert.Equal([1.5, 1, 1], States.Small.Weights.ToArray());
        Assert.Equal(5, States.Small.PointCount);
        Assert.Contains("precedence", States.Small.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AnyByteFlipped_IsRefused()
    {
        for (int offset = 0; offset < Small.Length; offset++)
        {
            for (int flip = 1; flip < 256; flip++)
            {
                byte[] state = [.. Small];
                state[offset] ^= (byte)flip;
                Assert.Throws<InvalidDataException>(() => HashRing.Load(state));
            }
        }
    }

    [Fact]
    public void Load_AnyByteFlippedAndSigned_IsRefusedOrGivesARingThatSavesAsItself()
    {
        int loaded = 0;
        for (int offset = 0; offset < Small.Length - 8; offset++)
        {
            for (int flip = 1; flip < 256; flip++)
            {
                loaded += AssertRefusedOrItself(States.With(Small, offset, (byte)(Small[offset] ^ flip)));
            }
        }

        // Names, positions within their order and weights of the same counts are right as any.
        Assert.InRange(loaded, 1, 255 * Small.Length / 2);
    }

    [Fact]
    public void Load_AnyTruncation_IsRefused()
    {
        for (int length = 0; length < Small.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => HashRing.Load(Small.AsSpan(0, length)));
            using var stream = new MemoryStream(Small, 0, length);
            Assert.Throws<InvalidDataException>(() => HashRing.Load(stream));
            if (length >= 8)
            {
                AssertRefusedOrItself(States.Signed(Small[..length]));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Load_RandomMutations_AreRefusedOrGiveARingThatSavesAsItself(int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < 20_000; i++)
        {
            List<byte> state = [.. Small];
            for (int changes = random.Next(1, 5); changes > 0; changes--)
            {
                Mutate(random, state);
            }

            byte[] mutated = [.. state];
            if (mutated.Length >= 8)
            {
                AssertRefusedOrItself(States.Signed(mutated));
            }
        }
    }

    [Fact]
    public void Load_EveryField_IsNamedWithItsValueAndWhatIsAllowed()
    {
        AssertRefused("The magic is 52494E4750455266; it must be the ASCII text RINGPERF.", 7, (byte)'f');
        AssertRefused("The version is 2; it must be 1.", 8, 2);
        AssertRefused("The profile is 255; it must be one of 0, 1, 2, 3.", 12, 255);
        AssertRefused("The labels is 2; it must be one of 0, 1.", 13, 2);
        AssertRefused("The hash is 6; it must be one of 0, 1, 2, 3, 4, 5.", 14, 6);
        AssertRefused("The search is 200; it must be one of 0, 1, 2, 3, 4, 5, 6, 7.", 15, 200);
        AssertRefused("The collisions is 2; it must be one of 0, 1.", 16, 2);
        AssertRefused("The reserved bytes is 000001; it must be zero.", 19, 1);
        AssertRefused("The replicas is 0; it must be at least 1.", 20, Int(0));
        AssertRefused("The replicas is -1; it must be at least 1.", 20, Int(-1));
        AssertRefused("The replicas are 2147483647: 3 nodes with 2147483647 replicas", 20, Int(int.MaxValue));
        AssertRefused("The point count plus shadow count is 7; it must be 14, what the nodes' replicas and weights give.", 20, Int(4));
        string nodes = $"it must be from 0 to the {(Small.Length - 28) / 16} that are left to read.";
        AssertRefused($"The node count is -2147483648; {nodes}", 24, Int(int.MinValue));
        AssertRefused($"The node count is 100000000; {nodes}", 24, Int(100_000_000));
        string points = $"it must be from 0 to the {(Small.Length - 32) / 8} that are left to read.";
        AssertRefused($"The point count is 2147483647; {points}", 28, Int(int.MaxValue));
        string shadows = $"it must be from 0 to the {(Small.Length - 36) / 8} that are left to read.";
        AssertRefused($"The shadow count is 1000000; {shadows}", 32, Int(1_000_000));
        string bytes = $"it must be from 0 to the {Small.Length - Nodes - 4} bytes that are left.";
        AssertRefused($"The name length of node 0 is -1; {bytes}", Nodes, Int(-1));
        AssertRefused($"The name length of node 0 is 2147483647; {bytes}", Nodes, Int(int.MaxValue));
        string behind = Convert.ToHexString(Small.AsSpan((Nodes + 5)..FirstRank));
        AssertRefused($"The name of node 0 is FF{behind}; it must be valid UTF-8.", Nodes + 4, 0xff);
        AssertRefused("The rank of node 0 is 3; it must be from 0 to below 3 and no other node's.", FirstRank, Int(3));
        AssertRefused("The rank of node 1 is 0; it must be from 0 to below 3 and no other node's.", FirstRank, Int(0));
        AssertRefused("The weight of node 0 is NaN; it must be finite and above 0.", FirstRank + 4, BitConverter.GetBytes(double.NaN));
        AssertRefused("The weight of node 0 is -1; it must be finite and above 0.", FirstRank + 4, BitConverter.GetBytes(-1.0));
        AssertRefused($"The position of point 1 is 0; it must be above that before it, {States.Small.Positions[0]}.", Positions + 4, Int(0));
        AssertRefused("The owner of point 0 is 3; it must be from 0 to below 3.", Owners, Int(3));
        AssertRefused("The owner of point 4 is -1; it must be from 0 to below 3.", Owners + 16, Int(-1));
        AssertRefused("The position of shadow 0 is 1; it must be that of a point.", Shadows, Int(1));
        AssertRefused("The node of shadow 1 is 7; it must be from 0 to below 3.", Shadows + 12, Int(7));
    }

    [Fact]
    public void Load_CanonicalRing_RefusesRanksOfAnotherOrder()
    {
        byte[] state = States.Of(new HashRing(["b", "a"], new HashRingOptions { Replicas = 1, Collisions = CollisionRule.Canonical }));
        var error = Assert.Throws<InvalidDataException>(() => HashRing.Load(States.With(state, 41, Int(0))));

        MessageAssert.Starts("The rank of node 0 is 0; it must be 1, its place by UTF-8 bytes.", error);
    }

    [Fact]
    public void Load_ShadowsInDisorder_AreRefused()
    {
        HashRing ring = new(CollidingNames.Crc32, new HashRingOptions { Replicas = 1, Hash = HashFunction.Crc32 });
        byte[] state = States.Of(ring);
        int shadows = state.Length - 8 - (7 * 8);
        byte[] swapped = States.With(States.With(state, shadows + 4, Int(1)), shadows + 12, Int(0));
        byte[] outranked = States.With(States.With(state, shadows - 4, Int(6)), shadows + 52, Int(7));

        MessageAssert.Starts(
            $"The position and node of shadow 1 is {ring.Positions[0]}, 0; it must be not below those before it, by position and rank.",
            Assert.Throws<InvalidDataException>(() => HashRing.Load(swapped)));
        MessageAssert.Starts(
            "The node of shadow 6 is 7; it must be of a rank not above that of the point's owner.",
            Assert.Throws<InvalidDataException>(() => HashRing.Load(outranked)));
    }

    [Fact]
    public void Load_TwoNodesOfOneName_AreRefused()
    {
        byte[] state = States.Of(new HashRing(["a", "b"], 1));
        var error = Assert.Throws<InvalidDataException>(() => HashRing.Load(States.With(state, Nodes + 17 + 4, (byte)'a')));

        MessageAssert.Starts("The name of node 1 is \"a\"; it must be unlike those before it.", error);
    }

    [Fact]
    public void Load_PointsOfAnotherNode_AreRefused()
    {
        byte[] state = States.Of(new HashRing(["a", "b"], 1));
        var error = Assert.Throws<InvalidDataException>(() => HashRing.Load(States.With(state, state.Length - 16, Int(0), Int(0))));

        MessageAssert.Starts("The number of points of node 0 is 2; it must be 1, what replicas and its weight give.", error);
    }

    [Fact]
    public void Load_WrongChecksumOrMore_IsRefused()
    {
        byte[] wrong = [.. Small];
        wrong[^1] ^= 1;
        ulong sum = BinaryPrimitives.ReadUInt64LittleEndian(Small.AsSpan(^8));
        ulong other = BinaryPrimitives.ReadUInt64LittleEndian(wrong.AsSpan(^8));

        MessageAssert.Starts(
            $"The checksum is {other:x16}; it must be {sum:x16}, that of the bytes before it.",
            Assert.Throws<InvalidDataException>(() => HashRing.Load(wrong)));
        MessageAssert.Starts(
            "The number of bytes behind the checksum is 1; it must be 0.",
            Assert.Throws<InvalidDataException>(() => HashRing.Load([.. Small, 0])));
    }

    // What the labels of another name give is only seen once they are placed.
    [Fact]
    public void Load_ToozStateWithAnotherName_IsRefusedByItsChecksumBeforeItsPoints()
    {
        byte[] state = States.Of(new HashRing(["a", "b"], new HashRingOptions { Profile = RingProfile.Tooz, Replicas = 2 }));
        byte[] corrupt = [.. state];
        corrupt[Nodes + 4] = (byte)'c';

        MessageAssert.Starts("The checksum is ", Assert.Throws<InvalidDataException>(() => HashRing.Load(corrupt)));
        MessageAssert.Starts("The position of point ", Assert.Throws<InvalidDataException>(() => HashRing.Load(States.Signed(corrupt))));
    }

    [Fact]
    public void Load_HostileCounts_AllocateLittle()
    {
        byte[] nodes = States.With(Small, 24, Int(int.MaxValue));
        byte[] points = States.With(Small, 20, Int(int.MaxValue / 4), Int(3), Int(int.MaxValue / 2), Int(int.MaxValue / 4));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => HashRing.Load(nodes));
        Assert.Throws<InvalidDataException>(() => HashRing.Load(points));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    private static int AssertRefusedOrItself(byte[] state)
    {
        HashRing ring;
        try
        {
            ring = HashRing.Load(state);
        }
        catch (InvalidDataException)
        {
            return 0;
        }

        Assert.Equal(state, States.Of(ring));
        Assert.InRange(ring.GetNodeIndex("key"), ring.Nodes.Count == 0 ? -1 : 0, ring.Nodes.Count - 1);
        foreach (string node in ring.Nodes.Take(1))
        {
            _ = ring.Remove(node).Add(node).Reweight(node, 1.5);
        }

        return 1;
    }

    private static void Mutate(Random random, List<byte> state)
    {
        int at = random.Next(state.Count);
        switch (random.Next(4))
        {
            case 0:
                state[at] = (byte)random.Next(256);
                break;
            case 1:
                state.RemoveAt(at);
                break;
            case 2:
                state.Insert(at, (byte)random.Next(4));
                break;
            default:
                state[at] = (byte)(state[at] + (random.Next(2) == 0 ? 1 : -1));
                break;
        }
    }

    private static void AssertRefused(string message, int offset, params byte[] bytes) =>
        MessageAssert.Starts(message, Assert.Throws<InvalidDataException>(() => HashRing.Load(States.With(Small, offset, bytes))));

    private static byte[] Int(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}

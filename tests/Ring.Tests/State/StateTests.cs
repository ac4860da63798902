using System.Buffers;
using System.Security.Cryptography;
using FsCheck.Xunit;

namespace RingPerf.Tests.State;

/// <summary>A ring that was saved and loaded is the ring that was saved, and stays so through changes.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class StateTests
{
    [Fact]
    public void Save_GoldenRings_GivesTheBytesOfTheScript()
    {
        Assert.All(Vectors.States.Cases, vector =>
        {
            byte[] state = States.Of(vector.Build());
            Assert.Equal(vector.State ?? Convert.ToHexStringLower(state), Convert.ToHexStringLower(state));
            Assert.Equal(vector.Sha256, Convert.ToHexStringLower(SHA256.HashData(state)));
        });
        Assert.True(Vectors.States.Cases.Count(vector => vector.State is not null) > 30);
    }

    [Fact]
    public void Load_GoldenBytes_GivesTheRing() => Assert.All(
        Vectors.States.Cases.Where(vector => vector.State is not null),
        vector => AssertRestored(vector.Build(), HashRing.Load(Convert.FromHexString(vector.State!))));

    [Property(MaxTest = 200)]
    public void Load_AnyRing_GivesItBackFromSpanStreamAndJson(WeightedInput input)
    {
        HashRing ring = input.Build();
        using var stream = new MemoryStream();
        stream.Write("before"u8);
        ring.Save(stream);
        stream.Position = 6;

        AssertRestored(ring, HashRing.Load(stream));
        AssertRestored(ring, HashRing.Load(States.Of(ring)));
        AssertRestored(ring, HashRing.FromJson(ring.ToJson()));
    }

    [Property]
    public void Load_AnyRing_ContinuesAsTheRingThatWasSaved(WeightedInput input, byte[] choices)
    {
        HashRing ring = input.Build();
        HashRing loaded = HashRing.Load(States.Of(ring));
        HashRing described = HashRing.FromJson(ring.ToJson());
        foreach (byte choice in choices)
        {
            string newcomer = CollidingNames.Crc32[choice / 3 % 8];
            string present = ring.Nodes.Count == 0 ? newcomer : ring.Nodes[choice / 3 % ring.Nodes.Count];
            Func<HashRing, HashRing> change = ring.Nodes.Count == 0 || (choice % 3 == 0 && !ring.Nodes.Contains(newcomer))
                ? other => other.Add(new RingNode(newcomer, 1 + (choice / 100.0)))
                : choice % 3 == 1 ? other => other.Remove(present) : other => other.Reweight(present, 0.1 + (choice / 80.0));
            (ring, loaded, described) = (change(ring), change(loaded), change(described));
            AssertRestored(ring, loaded);
            AssertRestored(ring, described);
        }
    }

    [Fact]
    public void SaveAndLoad_LargeRing_GivesItBack()
    {
        HashRing ring = new(Enumerable.Range(0, 2000).Select(i => $"node-{i}"));
        using var stream = new MemoryStream();
        ring.Save(stream);
        stream.Position = 0;
        HashRing loaded = HashRing.Load(stream);

        Assert.Equal(ring.Positions, loaded.Positions);
        Assert.Equal(ring.Owners, loaded.Owners);
        Assert.Equal(ring.Checksum, loaded.Checksum);
        Assert.Equal(States.Of(ring), States.Of(loaded));
        Assert.InRange(loaded.MemoryBytes, ring.MemoryBytes * 9 / 10, ring.MemoryBytes);
    }

    [Fact]
    public void SaveAndLoad_NoTarget_Throw()
    {
        HashRing ring = new(["a"]);

        Assert.Throws<ArgumentNullException>("stream", () => ring.Save((Stream)null!));
        Assert.Throws<ArgumentNullException>("output", () => ring.Save((IBufferWriter<byte>)null!));
        Assert.Throws<ArgumentNullException>("stream", () => HashRing.Load((Stream)null!));
        Assert.Throws<ArgumentNullException>("json", () => HashRing.FromJson(null!));
    }

    private static void AssertRestored(HashRing expected, HashRing actual)
    {
        RingAssert.Same(expected, actual);
        Assert.Equal(expected.Checksum, actual.Checksum);
        Assert.Equal(States.Of(expected), States.Of(actual));
    }
}

using System.Security.Cryptography;
using System.Text;

namespace RingPerf.Tests;

/// <summary>Rings against those of the Python original.</summary>
public sealed class HashRingGoldenTests
{
    private static readonly HashFunction[] Md5s = [HashFunction.Md5, HashFunction.Md5Platform];

    public static TheoryData<string> Cases => NamesWhere(vector => vector.Replicas > 0);

    public static TheoryData<string> BulkCases => NamesWhere(vector => vector.Bulk is not null);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Positions_GoldenRing_AreThoseOfPython(string name)
    {
        Vectors.RingVector vector = Find(name);
        foreach (HashFunction hash in Md5s)
        {
            HashRing ring = vector.Build(hash);
            uint[] positions = ring.Positions.ToArray();
            int[] owners = ring.Owners.ToArray();

            Assert.Equal(vector.Nodes.Distinct(), ring.Nodes);
            Assert.Equal(vector.Points, ring.PointCount);
            Assert.Equal(vector.Positions ?? positions, positions);
            Assert.Equal(vector.Owners ?? owners, owners);
            Assert.Equal(vector.Sha256, Sha256OfLines(positions.Zip(owners, (position, owner) => $"{position} {owner}")));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void GetNode_GoldenKeys_BelongToThePythonOwnerByEveryOverload(string name)
    {
        Vectors.RingVector vector = Find(name);
        foreach (HashFunction hash in Md5s)
        {
            HashRing ring = vector.Build(hash);
            foreach (Vectors.OwnerVector key in vector.Keys)
            {
                int owner = Overload.OwnerOf(ring, key.Key);
                if (owner != (key.Node ?? -1))
                {
                    Assert.Fail($"{hash} gives {owner}, Python {key.Node}, for {Printable.Quote(key.Key)}.");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(BulkCases))]
    public void GetNodeIndices_GoldenBulk_AreThoseOfPython(string name)
    {
        Vectors.RingVector vector = Find(name);
        Vectors.BulkVector bulk = vector.Bulk!;
        HashRing ring = vector.Build(HashFunction.Md5);
        string[] keys = [.. Enumerable.Range(0, bulk.Count).Select(i => $"{bulk.Prefix}{i}")];
        int[] owners = new int[keys.Length];
        ring.GetNodeIndices(keys, owners);
        PackedKeys batch = PackedKeys.Of(keys);
        int[] packed = new int[keys.Length];
        ring.GetNodeIndices(batch.Utf8, batch.Offsets, packed);

        Assert.Equal(bulk.PerNode, ring.Nodes.Select((_, node) => owners.Count(owner => owner == node)));
        Assert.Equal(bulk.Sha256, Sha256OfLines(owners.Select(owner => $"{owner}")));
        Assert.Equal(bulk.Owners ?? [], owners.Take(bulk.Owners?.Length ?? 0));
        Assert.Equal(owners, packed);
        Assert.Equal(owners, keys.Select(key => ring.GetNodeIndex(key)));
    }

    [Fact]
    public void Constructor_GoldenRingsWithoutReplicas_AreRefused()
    {
        Vectors.RingVector[] vectors = [.. Vectors.Rings.Cases.Where(vector => vector.Replicas == 0)];

        Assert.NotEmpty(vectors);
        Assert.All(vectors, vector => Assert.All(vector.Keys, key => Assert.Null(key.Node)));
        Assert.All(vectors, vector => Assert.Throws<ArgumentOutOfRangeException>(() => vector.Build(HashFunction.Md5)));
    }

    private static TheoryData<string> NamesWhere(Func<Vectors.RingVector, bool> condition) =>
        [.. Vectors.Rings.Cases.Where(condition).Select(vector => vector.Name)];

    private static Vectors.RingVector Find(string name) => Assert.Single(Vectors.Rings.Cases, vector => vector.Name == name);

    private static string Sha256OfLines(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => line + "\n")))));
}

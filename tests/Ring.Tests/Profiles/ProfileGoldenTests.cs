using System.Security.Cryptography;
using System.Text;

namespace RingPerf.Tests.Profiles;

/// <summary>Rings of the compatibility profiles against those of their originals (see vectors/generate_profiles.py).</summary>
public sealed class ProfileGoldenTests
{
    private static readonly string[] Shared = Vectors.Profiles.Keys;

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Vectors.Profiles.Cases.Length)];

    [Fact]
    public void Vectors_AllOfThem_AreEnough()
    {
        Assert.True(Cases.Count > 100);
        Assert.Equal(3, Vectors.Profiles.Cases.Select(vector => vector.Profile).Distinct().Count());
        Assert.True(Vectors.Profiles.Cases.Sum(vector => vector.Keys + vector.Extra.Length) > 20_000);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void GetNodeIndex_GoldenKeys_AreThoseOfTheOriginal(int index)
    {
        Vectors.ProfileVector vector = Vectors.Profiles.Cases[index];
        HashRing ring = vector.Build();
        int[] expected = [.. vector.Owners, .. vector.Extra.Select(key => key.Owner)];
        string[] keys = [.. Shared, .. vector.Extra.Select(key => key.Key)];
        PackedKeys packed = PackedKeys.Of(keys);
        int[] owners = new int[keys.Length];
        int[] packedOwners = new int[keys.Length];
        ring.GetNodeIndices(keys, owners);
        ring.GetNodeIndices(packed.Utf8, packed.Offsets, packedOwners);

        Assert.Equal(expected, owners);
        Assert.Equal(expected, packedOwners);
        Assert.Equal(expected, keys.Select(key => ring.GetNodeIndex(key)));
        Assert.Equal(expected, keys.Select(key => ring.GetNodeIndex(key.AsSpan())));
        Assert.Equal(expected, keys.Select(key => ring.GetNodeIndex(Encoding.UTF8.GetBytes(key))));
    }

    [Fact]
    public void GetNodeIndex_EverySearch_AnswersAsTheOriginal() => Assert.All(
        Vectors.Profiles.Cases.Where((_, index) => index % 5 == 0).Append(Vectors.Profiles.Cases.MaxBy(vector => vector.Points ?? 0)!),
        vector =>
        {
            foreach (SearchAlgorithm search in Enum.GetValues<SearchAlgorithm>())
            {
                HashRing ring = vector.Build(search);
                Assert.Equal(vector.Extra.Select(key => key.Owner), vector.Extra.Select(key => ring.GetNodeIndex(key.Key)));
            }
        });

    [Theory]
    [MemberData(nameof(Cases))]
    public void Points_GoldenRing_AreThoseOfTheOriginal(int index)
    {
        Vectors.ProfileVector vector = Vectors.Profiles.Cases[index];
        HashRing ring = vector.Build();
        string[] lines = ring.Points.Exact is { } exact
            ? [.. exact.Positions.ToArray().Zip(exact.Owners.ToArray(), (position, owner) => $"{position:x32} {owner}\n")]
            : [.. ring.Positions.ToArray().Zip(ring.Owners.ToArray(), (position, owner) => $"{position} {owner}\n")];

        Assert.Equal(vector.Points ?? lines.Length, lines.Length);
        Assert.Equal(vector.Checksum ?? $"{ring.Checksum:x16}", $"{ring.Checksum:x16}");
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(lines))));
        Assert.Equal(vector.Sha256 ?? sha256, sha256);
    }

    [Fact]
    public void Owners_FromAKeysPointOn_AreTheSetsOfToozWithoutThoseIgnored()
    {
        int lists = 0;
        foreach (Vectors.ProfileVector vector in Vectors.Profiles.Cases.Where(vector => vector.Lists is not null))
        {
            HashRing ring = vector.Build();
            foreach (Vectors.ListVector list in vector.Lists!)
            {
                lists++;
                uint position = ring.GetPosition(list.Key);
                int point = ring.Positions.ToArray().TakeWhile(other => other <= position).Count();
                IEnumerable<int> walk = ring.Owners[point..].ToArray().Concat(ring.Owners[..point].ToArray());
                Assert.Equal(list.Nodes, walk.Where(node => !list.Ignored.Contains(node)).Distinct().Take(list.Replicas).Order());
            }
        }

        Assert.True(lists > 500);
    }
}

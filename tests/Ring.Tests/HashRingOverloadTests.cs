using System.Text;

namespace RingPerf.Tests;

/// <summary>Every overload gives one answer, for every hash and every search.</summary>
public sealed class HashRingOverloadTests
{
    private static readonly string[] Units = ["x", "é", "€", "😀"];

    public static TheoryData<HashFunction, SearchAlgorithm> Choices
    {
        get
        {
            TheoryData<HashFunction, SearchAlgorithm> choices = [];
            foreach (HashFunction hash in Enum.GetValues<HashFunction>())
            {
                foreach (SearchAlgorithm search in Enum.GetValues<SearchAlgorithm>())
                {
                    choices.Add(hash, search);
                }
            }

            return choices;
        }
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void GetNodeIndex_KeysOfEveryLength_IsTheOwnerOfTheReferencePosition(HashFunction hash, SearchAlgorithm search)
    {
        HashRing ring = Build(hash, search);
        foreach (string unit in Units)
        {
            foreach (int count in Enumerable.Range(0, 130).Concat(Enumerable.Range(250, 10)).Concat(Enumerable.Range(508, 10)))
            {
                string key = string.Concat(Enumerable.Repeat(unit, count));
                uint position = ReferenceHash.Position(hash, Encoding.UTF8.GetBytes(key));

                Assert.Equal(position, ring.GetPosition(key));
                Assert.Equal(OwnerOf(ring, position), Overload.OwnerOf(ring, key));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void GetNodeIndices_BatchOfEverySize_GivesTheSingleAnswers(HashFunction hash, SearchAlgorithm search)
    {
        HashRing ring = Build(hash, search);
        Random random = new(7);
        for (int size = 0; size <= 70; size++)
        {
            string[] keys = [.. random.GetItems(Units, size).Select(unit => string.Concat(Enumerable.Repeat(unit, random.Next(130))))];
            PackedKeys batch = PackedKeys.Of(keys);
            int[] packed = [.. Enumerable.Repeat(-7, size + 3)];
            ring.GetNodeIndices(batch.Utf8, batch.Offsets, packed);
            int[] strings = [.. Enumerable.Repeat(-7, size + 3)];
            ring.GetNodeIndices(keys, strings);

            int[] expected = [.. keys.Select(key => ring.GetNodeIndex(key)), -7, -7, -7];
            Assert.Equal(expected, packed);
            Assert.Equal(expected, strings);
        }
    }

    [Fact]
    public void GetNode_BytesThatAreNotUtf8_AreHashedAsGiven()
    {
        byte[] bytes = [0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80];
        foreach (HashFunction hash in Enum.GetValues<HashFunction>())
        {
            HashRing ring = Build(hash, SearchAlgorithm.Auto);
            uint position = ReferenceHash.Position(hash, bytes);
            int[] answers = new int[2];
            ring.GetNodeIndices(bytes, [0, 6, 6], answers);

            Assert.Equal(position, ring.GetPosition(bytes));
            Assert.Equal(OwnerOf(ring, position), ring.GetNodeIndex(bytes));
            Assert.Equal(ring.Nodes[OwnerOf(ring, position)], ring.GetNode(bytes));
            Assert.Equal([OwnerOf(ring, position), ring.GetNodeIndex("")], answers);
        }
    }

    [Fact]
    public void GetNode_SeveralThreads_AgreeWithOne()
    {
        string[] keys = [.. Enumerable.Range(0, 500).Select(i => new string('k', i) + i)];
        foreach (HashFunction hash in Enum.GetValues<HashFunction>())
        {
            HashRing ring = Build(hash, SearchAlgorithm.Auto);
            string?[] expected = [.. keys.Select(key => ring.GetNode(key))];
            Parallel.For(0, 8, _ => Assert.Equal(expected, keys.Select(key => ring.GetNode(key))));
        }
    }

    private static HashRing Build(HashFunction hash, SearchAlgorithm search) =>
        new(Enumerable.Range(0, 10).Select(i => $"node-{i}"), new HashRingOptions { Replicas = 20, Hash = hash, Search = search });

    private static int OwnerOf(HashRing ring, uint position)
    {
        for (int point = 0; point < ring.PointCount; point++)
        {
            if (ring.Positions[point] > position)
            {
                return ring.Owners[point];
            }
        }

        return ring.Owners[0];
    }
}

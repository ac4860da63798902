using System.Text;
using RingPerf.Placement;

namespace RingPerf.Tests.Placement;

public sealed class PointPlacementTests
{
    [Fact]
    public void PlaceOne_EveryHashAndLabel_GivesThePositionsInOrder()
    {
        foreach (HashFunction hash in Enum.GetValues<HashFunction>())
        {
            foreach (LabelFormat labels in Enum.GetValues<LabelFormat>())
            {
                uint[] placed = PointPlacement.PlaceOne("it's", first: 0, 1100, labels, RingCoreFactory.For(hash));
                IEnumerable<string> texts = Enumerable.Range(0, 1100).Select(replica => PythonModel.Label("it's", labels, replica));

                Assert.Equal(texts.Select(text => ReferenceHash.Position(hash, Encoding.UTF8.GetBytes(text))).Order(), placed);
            }
        }
    }

    [Fact]
    public void Place_NodeThatCollidesWithItself_KeepsBothPoints()
    {
        HashRingOptions options = new() { Replicas = 20_000 };
        var counts = ReplicaCounts.Of(nodes: 1, options, NodeWeights.Equal);
        PointTable table = PointPlacement.Place(NodeOrder.Of(["n7"], CollisionRule.LastWins), counts, options);

        Assert.Equal(19_999, table.Positions.Length);
        Assert.Equal(0, Assert.Single(table.Shadows).Node);
    }
}

using RingPerf.Placement;

namespace RingPerf.Tests.Placement;

public sealed class NodeLabelTests
{
    public static TheoryData<int> Labels => [.. Enumerable.Range(0, Vectors.Labels.Labels.Length)];

    [Theory]
    [MemberData(nameof(Labels))]
    public void GetLabel_GoldenNameAsPythonBytes_IsThatOfPython(int index)
    {
        Vectors.LabelVector vector = Vectors.Labels.Labels[index];
        HashRing ring = new([vector.Name], new HashRingOptions { Labels = LabelFormat.PythonBytes });

        Assert.Equal(vector.Label0, ring.GetLabel(0, 0));
        Assert.Equal(vector.Label99, ring.GetLabel(0, 99));
        Assert.Equal(vector.Position0, ring.GetPosition(vector.Label0));
        Assert.Equal(vector.Position99, ring.GetPosition(vector.Label99));
        Assert.Contains(vector.Position0, ring.Positions.ToArray());
        Assert.Contains(vector.Position99, ring.Positions.ToArray());
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void GetLabel_GoldenNamePlain_IsTheNameAndTheReplica(int index)
    {
        string name = Vectors.Labels.Labels[index].Name;
        HashRing ring = new([name]);

        Assert.Equal(name + "-0", ring.GetLabel(0, 0));
        Assert.Equal(name + "-99", ring.GetLabel(0, 99));
        Assert.Contains(ring.GetPosition(name + "-99"), ring.Positions.ToArray());
    }

    [Fact]
    public void Prefix_NameOfSeveralBytes_EndsWithTheDash()
    {
        Assert.Equal("é-"u8.ToArray(), NodeLabel.Prefix("é", LabelFormat.Plain, "nodes"));
        Assert.Equal(@"b'\xc3\xa9'-"u8.ToArray(), NodeLabel.Prefix("é", LabelFormat.PythonBytes, "nodes"));
    }
}

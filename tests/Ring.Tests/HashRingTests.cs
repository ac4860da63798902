namespace RingPerf.Tests;

public sealed class HashRingTests
{
    [Fact]
    public void Constructor_NodesAbc_PlacesThePythonPoints()
    {
        var ring = new HashRing(["a", "b", "c"]);

        Assert.Equal(300, ring.PointCount);
        Assert.Equal([0x002d259eu, 0x00cbcc81u, 0x0126d6dau], ring.Positions[..3].ToArray());
        Assert.Equal(0xfdc21c78u, ring.Positions[^1]);
        Assert.Equal([0, 0, 2], ring.Owners[..3].ToArray());
        Assert.Equal(2, ring.Owners[^1]);
    }
}

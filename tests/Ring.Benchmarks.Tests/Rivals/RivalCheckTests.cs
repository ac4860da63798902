using RingPerf.Benchmarks.Rivals;

namespace RingPerf.Benchmarks.Tests.Rivals;

public sealed class RivalCheckTests
{
    [Fact]
    public void SameNodes_AnotherAnswer_NamesRivalKeyAndAnswers()
    {
        var ring = new HashRing(["a"]);

        var error = Assert.Throws<InvalidOperationException>(() => RivalCheck.SameNodes("rival", _ => "b", ring, ["key"]));

        Assert.Equal("rival is not timed: for key \"key\" it answers b, the reference answers a.", error.Message);
    }

    [Fact]
    public void SamePoints_OtherNodes_Throws() =>
        Assert.Throws<InvalidOperationException>(() => RivalCheck.SamePoints("rival", new HashRing(["a"]), new HashRing(["b"])));
}

namespace RingPerf.Mutation.Subject;

/// <summary>What the runner is given to run.</summary>
public sealed class MutatedTests
{
    [Fact]
    public void Once_IsTrue() => Assert.True(Mutated.Once);

    [Fact]
    public void Plain_IsTrue() => Assert.True(Mutated.Plain());

    [Fact]
    public void Equal_IsTrue() => Assert.True(Mutated.Equal());

    [Fact]
    public void Endless_IsTrue() => Assert.True(Mutated.Endless());

    [Fact]
    public void Exit_IsTrue() => Assert.True(Mutated.Exit());

    [Fact]
    public void Breaking_IsTrue() => Assert.True(Mutated.Breaking());

    [Fact]
    public void Plain_TakesLong_IsLeftOut()
    {
        Thread.Sleep(2_100);
        Assert.True(Mutated.Plain());
    }

    [Fact]
    public void Plain_FailsAsItIs_IsLeftOut() => Assert.False(Mutated.Plain());
}

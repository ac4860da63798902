using RingPerf.Concurrency.Soak;
using Xunit.Abstractions;

namespace RingPerf.Concurrency.Tests;

/// <summary>A short soak of readers and writers on one ring.</summary>
public sealed class RingSoakTests(ITestOutputHelper output)
{
    [Fact]
    public void Run_TwoSeconds_EveryAnswerIsOfAPublishedRingAndNothingIsAllocated()
    {
        SoakResult result = RingSoak.Run(TimeSpan.FromSeconds(2), readers: 3, writers: 2);

        output.WriteLine($"{result}");
        Assert.InRange(result.Changes, 10, long.MaxValue);
        Assert.InRange(result.Answers, 1000, long.MaxValue);
        Assert.InRange(result.TooLate, 0, result.Answers / 10);
        Assert.Equal(0, result.Allocated);
    }

    [Fact]
    public void FollowOne_ChangeThatIsNotBuiltOnTheLast_IsFound()
    {
        var first = new HashRing(["a"], 1);
        HashRing last = first;
        var ring = new ConcurrentHashRing(new HashRing(["b"], 1));
        var generations = new Generations();
        generations.Keep(ring.Add("c"));

        Assert.Equal("version 2 is not built on version 1", Assert.Throws<SoakException>(() => generations.FollowOne(ref last)).Message);
    }

    [Fact]
    public void FollowOne_ChangeOfTwoNodes_IsFound()
    {
        HashRing last = new(["a"], 1);
        var generations = new Generations();
        generations.Keep(new ConcurrentHashRing(last).Update(ring => ring.Add("b").Remove("a")));

        Assert.Equal("version 2 changes 2 nodes", Assert.Throws<SoakException>(() => generations.FollowOne(ref last)).Message);
    }

    [Fact]
    public void FollowOne_ChangeThatIsNotThere_IsWaitedFor()
    {
        HashRing last = new(["a"], 1);

        Assert.False(new Generations().FollowOne(ref last));
    }

    [Fact]
    public void Keep_VersionGivenOutTwice_IsFound()
    {
        var generations = new Generations();
        generations.Keep(new ConcurrentHashRing(new HashRing(["a"], 1)).Add("b"));
        RingChange again = new ConcurrentHashRing(new HashRing(["a"], 1)).Add("c");

        Assert.Equal("version 2 came to the place of version 2", Assert.Throws<SoakException>(() => generations.Keep(again)).Message);
    }
}

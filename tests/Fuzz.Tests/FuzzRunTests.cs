using RingPerf.Fuzz.Mutation;
using RingPerf.Fuzz.Targets;

namespace RingPerf.Fuzz.Tests;

/// <summary>The run itself finds what it is there to find.</summary>
public sealed class FuzzRunTests
{
    private static readonly byte[][] Seeds = ["abcdefgh"u8.ToArray()];

    [Fact]
    public void Run_TargetThrows_FindingHasInputAndSeed()
    {
        var finding = Assert.Throws<FindingException>(() => Run(input => Check.That(!input.Contains((byte)'!'), "an exclamation mark")));

        Assert.Contains("seed 7", finding.Message, StringComparison.Ordinal);
        Assert.Contains("an exclamation mark", finding.Message, StringComparison.Ordinal);
        string base64 = finding.Message.Split("input ")[1].Split(' ')[0];
        Assert.Contains((byte)'!', Convert.FromBase64String(base64));
    }

    [Fact]
    public void Run_TargetTakesMuchMemory_IsFound()
    {
        var finding = Assert.Throws<FindingException>(() => Run(_ => GC.KeepAlive(new byte[FuzzRun.MostMemory + 1])));

        Assert.Contains("bytes of memory", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Next_SameSeed_SameInputs()
    {
        var one = new Mutator(new Target(_ => { }), Seeds, seed: 3);
        var other = new Mutator(new Target(_ => { }), Seeds, seed: 3);
        var third = new Mutator(new Target(_ => { }), Seeds, seed: 4);

        byte[][] inputs = [.. Enumerable.Range(0, 200).Select(_ => one.Next())];

        Assert.All(inputs, input => Assert.Equal(other.Next(), input));
        Assert.Contains(inputs, input => !third.Next().AsSpan().SequenceEqual(input));
        Assert.All(inputs, input => Assert.InRange(input.Length, 0, Mutator.MostBytes));
        Assert.InRange(inputs.Select(Convert.ToHexString).Distinct().Count(), 150, 200);
    }

    private static void Run(Act act) => new FuzzRun(new Target(act), Seeds, seed: 7).Run(TimeSpan.FromSeconds(30));

    private delegate void Act(ReadOnlySpan<byte> input);

    private sealed class Target(Act act) : IFuzzTarget
    {
        public string Name => "test";

        public IReadOnlyList<string> Tokens { get; } = ["!"];

        public void Run(ReadOnlySpan<byte> input) => act(input);
    }
}

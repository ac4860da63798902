using RingPerf.Fuzz.Mutation;
using RingPerf.Fuzz.Targets;
using Xunit.Abstractions;

namespace RingPerf.Fuzz.Tests;

/// <summary>Every target for a moment: its seeds, and what two streams of draws make of them.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Target_FixedSeed_NothingIsFound(string name) => Run(name, seed: 1);

    [Theory]
    [MemberData(nameof(Targets))]
    public void Target_RandomSeed_NothingIsFound(string name) => Run(name, (ulong)Random.Shared.NextInt64());

    private void Run(string name, ulong seed)
    {
        IFuzzTarget target = FuzzTargets.Named(name)!;
        var run = new FuzzRun(target, SeedFiles.Of(target), seed);

        output.WriteLine($"seed {seed}");
        run.Run(Moment);

        output.WriteLine($"{run.Executions} executions");
        Assert.InRange(run.Executions, SeedFiles.Of(target).Count + 1, long.MaxValue);
    }
}

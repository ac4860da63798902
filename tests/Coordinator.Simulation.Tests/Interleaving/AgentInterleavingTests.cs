using RingPerf.Coordination.Simulation.Interleaving;
using Xunit.Abstractions;

namespace RingPerf.Coordination.Simulation.Tests.Interleaving;

/// <summary>Calls of one coordinator that overlap, in orders that seeds draw.</summary>
public sealed class AgentInterleavingTests(ITestOutputHelper output)
{
    private const int Seeds = 400;

    [Fact]
    public void RunSeed_FixedSeeds_EveryCallEndsAndNothingIsLeft() => RunAll(1);

    [Fact]
    public void RunSeed_RandomSeeds_EveryCallEndsAndNothingIsLeft() => RunAll((ulong)Random.Shared.NextInt64());

    [Fact]
    public void RunSeed_SameSeed_SameRun()
    {
        string[] runs = [.. Enumerable.Range(1, 20).Select(seed => AgentInterleaving.RunSeed((ulong)seed).Fingerprint)];

        Assert.Equal(runs, Enumerable.Range(1, 20).Select(seed => AgentInterleaving.RunSeed((ulong)seed).Fingerprint));
        Assert.Equal(runs.Length, runs.Distinct().Count());
    }

    [Fact]
    public void RunSeed_CoordinatorWithoutLocks_IsFound()
    {
        string[] violations = [.. Enumerable.Range(1, Seeds).Select(seed => AgentInterleaving.RunSeed((ulong)seed, locks: false).Violation).Where(violation => violation.Length > 0)];

        output.WriteLine($"{violations.Length} of {Seeds}, such as: {violations.FirstOrDefault()}");
        Assert.InRange(violations.Length, Seeds / 20, Seeds);
    }

    private void RunAll(ulong first)
    {
        output.WriteLine($"seeds from {first} on");
        string[] violations =
        [
            .. from offset in Enumerable.Range(0, Seeds)
               let seed = first + (ulong)offset
               let violation = AgentInterleaving.RunSeed(seed).Violation
               where violation.Length > 0
               select $"seed {seed}: {violation}",
        ];

        Assert.Empty(violations);
    }
}

using System.Globalization;

namespace RingPerf.Concurrency.Interleaving;

/// <summary>Three threads that call one ring, in an order of accesses that a seed draws.</summary>
internal static class RingInterleaving
{
    private const int Threads = 3;

    private static readonly Lazy<Func<string, string>> Inside = new(() => RingSandbox.Enter(Run, losesUpdates: false));
    private static readonly Lazy<Func<string, string>> Defective = new(() => RingSandbox.Enter(Run, losesUpdates: true));

    /// <summary>Runs a seed on the rewritten ring.</summary>
    /// <param name="seed">The seed, which is the run.</param>
    /// <param name="losesUpdates">Whether the ring has a defect.</param>
    /// <returns>How many points there were, a fingerprint of the schedule, and what did not hold, or nothing.</returns>
    internal static (int Points, string Schedule, string Violation) RunSeed(int seed, bool losesUpdates = false)
    {
        string[] parts = (losesUpdates ? Defective : Inside).Value(seed.ToString(CultureInfo.InvariantCulture)).Split('|', 3);
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2]);
    }

    internal static string Run(string seed)
    {
        var draws = new Random(int.Parse(seed, CultureInfo.InvariantCulture));
        var first = new HashRing(["a"], 2);
        var ring = new ConcurrentHashRing(first);
        RingCaller[] callers = [.. Enumerable.Range(0, Threads).Select(thread => new RingCaller(ring, thread, draws))];
        var threads = new SeededThreads(draws);
        string violation = "";
        try
        {
            threads.Run([.. callers.Select(caller => (Action)caller.Run)]);
            new RingHistory(first, ring.Current, [.. callers.SelectMany(caller => caller.Made)]).CheckCalls();
        }
        catch (InterleavingException e)
        {
            violation = e.Message;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{threads.Points}|{threads.Fingerprint:x16}|{violation}");
    }
}

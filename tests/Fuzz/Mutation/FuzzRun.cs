using System.Diagnostics;
using RingPerf.Fuzz.Targets;

namespace RingPerf.Fuzz.Mutation;

/// <summary>Runs a target on its seeds and on what a mutator makes of them, on a thread that is watched.</summary>
/// <remarks>The inputs follow from the seed; how many there are follows from the time.</remarks>
internal sealed class FuzzRun(IFuzzTarget target, IReadOnlyList<byte[]> seeds, ulong seed)
{
    /// <summary>Longest time that one input may take: far above what any does, for a machine that is busy.</summary>
    internal static readonly TimeSpan LongestInput = TimeSpan.FromSeconds(20);

    /// <summary>Most memory that one input may take: inputs are below 4 KiB.</summary>
    internal const long MostMemory = 64L << 20;

    private readonly Mutator _mutator = new(target, seeds, seed);
    private byte[] _input = [];
    private long _began;

    internal long Executions { get; private set; }

    /// <summary>Runs for a time; the first finding ends it.</summary>
    /// <exception cref="FindingException">An input broke a rule; the message has the input, to be replayed.</exception>
    internal void Run(TimeSpan time)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Catch(time)) { IsBackground = true, Name = target.Name };
        Volatile.Write(ref _began, Stopwatch.GetTimestamp());
        thread.Start();
        while (!thread.Join(TimeSpan.FromMilliseconds(200)))
        {
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref _began)) > LongestInput)
            {
                throw Finding(new FindingException($"it takes longer than {LongestInput.TotalSeconds} s"));
            }
        }

        if (failure is not null)
        {
            throw Finding(failure);
        }
    }

    private Exception? Catch(TimeSpan time)
    {
        try
        {
            RunAll(time);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private void RunAll(TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        foreach (byte[] input in seeds)
        {
            RunOne(input);
        }

        do
        {
            RunOne(_mutator.Next());
        }
        while (Stopwatch.GetElapsedTime(start) < time);
    }

    private void RunOne(byte[] input)
    {
        Volatile.Write(ref _input, input);
        Volatile.Write(ref _began, Stopwatch.GetTimestamp());
        long before = GC.GetAllocatedBytesForCurrentThread();
        target.Run(input);
        long taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Check.That(taken <= MostMemory, $"it takes {taken} bytes of memory");
        Executions++;
    }

    private FindingException Finding(Exception cause) => new(
        $"{target.Name}, seed {seed}, input {Convert.ToBase64String(Volatile.Read(ref _input))} (base64): {cause.Message}", cause);
}

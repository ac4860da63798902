namespace RingPerf.Concurrency.Interleaving;

/// <summary>Threads of which one runs at a time: before each access to shared memory the seed draws who goes on.</summary>
internal sealed class SeededThreads(Random draws)
{
    [ThreadStatic]
    private static Turn? Current;

    private readonly List<Turn> _waiting = [];
    private readonly TaskCompletionSource _done = new();
    private Exception? _failure;

    /// <summary>How often a thread could be interrupted.</summary>
    internal int Points { get; private set; }

    /// <summary>A hash of who ran at each point: one schedule, one number.</summary>
    internal ulong Fingerprint { get; private set; } = 0xCBF2_9CE4_8422_2325;

    /// <summary>Lets the seed draw who goes on, where the calling thread is one of such a run.</summary>
    internal static void Pass() => Current?.Threads.Interrupt(Current);

    /// <summary>Runs the bodies to their ends.</summary>
    /// <exception cref="InterleavingException">A body failed.</exception>
    internal void Run(IReadOnlyList<Action> bodies)
    {
        Turn[] turns = [.. bodies.Select((_, number) => new Turn(this, number))];
        _waiting.AddRange(turns);
        Thread[] threads = [.. bodies.Select((body, number) => new Thread(() => Live(turns[number], body)) { IsBackground = true })];
        Array.ForEach(threads, thread => thread.Start());
        Next();
        _done.Task.Wait();
        Array.ForEach(threads, thread => thread.Join());
        if (_failure is not null)
        {
            throw new InterleavingException(_failure.Message, _failure);
        }
    }

    private void Live(Turn turn, Action body)
    {
        turn.Gate.Wait();
        Current = turn;
        try
        {
            body();
        }
        catch (Exception e)
        {
            _failure ??= e;
        }

        _waiting.Remove(turn);
        Next();
    }

    private void Interrupt(Turn turn)
    {
        Points++;
        Turn next = _waiting[draws.Next(_waiting.Count)];
        Fingerprint = (Fingerprint ^ (ulong)next.Number) * 0x100_0000_01B3;
        if (next != turn)
        {
            next.Gate.Release();
            turn.Gate.Wait();
        }
    }

    private void Next()
    {
        if (_waiting.Count == 0)
        {
            _done.SetResult();
        }
        else
        {
            _waiting[draws.Next(_waiting.Count)].Gate.Release();
        }
    }

    private sealed record Turn(SeededThreads Threads, int Number)
    {
        internal SemaphoreSlim Gate { get; } = new(0);
    }
}

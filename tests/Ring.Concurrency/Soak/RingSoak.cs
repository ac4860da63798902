namespace RingPerf.Concurrency.Soak;

/// <summary>Readers and writers on one ring for a time, each answer looked up and each change followed.</summary>
internal static class RingSoak
{
    private const int Replicas = 40;

    /// <summary>Runs.</summary>
    /// <exception cref="SoakException">Something did not hold.</exception>
    internal static SoakResult Run(TimeSpan time, int readers, int writers)
    {
        var empty = new HashRing([], Replicas);
        var first = new RingChange(empty, new HashRing(["first"], Replicas), version: 1);
        var ring = new ConcurrentHashRing(first.After);
        var generations = new Generations();
        generations.Keep(first);
        SoakReader[] reading = [.. Enumerable.Range(0, readers).Select(number => new SoakReader(ring, generations, number))];
        SoakWriter[] writing = [.. Enumerable.Range(0, writers).Select(number => new SoakWriter(ring, generations, number, writers))];
        using var stop = new CancellationTokenSource();
        using var written = new CancellationTokenSource();
        Task[] readersDone = [.. reading.Select(reader => OnAThread(() => reader.Run(stop.Token), stop))];
        Task[] writersDone = [.. writing.Select(writer => OnAThread(() => writer.Run(stop.Token), stop))];
        Task followed = OnAThread(() => Follow(generations, first.After, ring, written.Token), stop);

        stop.Token.WaitHandle.WaitOne(time);
        stop.Cancel();
        Task.WaitAll([.. readersDone, .. writersDone]);
        written.Cancel();
        followed.GetAwaiter().GetResult();
        long changes = writing.Sum(writer => writer.Changes);
        return ring.Version == changes + 1 && generations.Followed == ring.Version
            ? new SoakResult(
                reading.Sum(reader => reader.Answers), reading.Sum(reader => reader.Crossed), reading.Sum(reader => reader.TooLate),
                changes, reading.Sum(reader => reader.Allocated))
            : throw new SoakException($"{changes} changes were made, {generations.Followed - 1} followed, and the version is {ring.Version}");
    }

    private static void Follow(Generations generations, HashRing last, ConcurrentHashRing ring, CancellationToken written)
    {
        while (!written.IsCancellationRequested || generations.Followed < ring.Version)
        {
            if (!generations.FollowOne(ref last))
            {
                Thread.Yield();
            }
        }
    }

    // The first that fails ends the others.
    private static Task OnAThread(Action run, CancellationTokenSource stop) => Task.Factory.StartNew(
        () =>
        {
            try
            {
                run();
            }
            catch
            {
                stop.Cancel();
                throw;
            }
        },
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}

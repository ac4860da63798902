namespace RingPerf.Tests.Concurrency;

/// <summary>Many threads that change one ring while others read it.</summary>
public sealed class ConcurrentHashRingRaceTests
{
    private const int Writers = 4;
    private const int Readers = 4;
    private const int ChangesOfOne = 150;
    private const string Key = "key";

    private readonly ConcurrentHashRing _ring = new(new HashRing(["first"], 10));
    private int _writing = Writers;

    [Fact]
    public async Task Changes_OfManyThreads_AreAllKeptInOneOrder()
    {
        Task<List<Answer>>[] readers = [.. Enumerable.Range(0, Readers).Select(_ => OnAThread(Read))];
        Task<List<RingChange>>[] writers = [.. Enumerable.Range(0, Writers).Select(writer => OnAThread(() => Write(writer)))];
        RingChange[] changes = [.. (await Task.WhenAll(writers)).SelectMany(made => made).OrderBy(change => change.Version)];
        Answer[][] answers = [.. (await Task.WhenAll(readers)).Select(seen => seen.ToArray())];

        Assert.Equal(Writers * ChangesOfOne, changes.Length);
        Assert.Equal(Enumerable.Range(2, changes.Length), changes.Select(change => (int)change.Version));
        Assert.Equal(changes.Length + 1, _ring.Version);
        Assert.Same(changes[^1].After, _ring.Current.Ring);
        for (int i = 1; i < changes.Length; i++)
        {
            Assert.Same(changes[i - 1].After, changes[i].Before);
        }

        string[] left = [.. Enumerable.Range(0, Writers).SelectMany(writer => Enumerable.Range(0, ChangesOfOne)
            .Where(change => change % 3 == 1).Select(change => $"{writer}-{change}"))];
        Assert.Equal(left.Append("first").Order(), _ring.Current.Ring.Nodes.Order());
        AssertReads(answers, changes);
    }

    private static void AssertReads(Answer[][] answers, RingChange[] changes)
    {
        string?[] owners = [null, changes[0].Before.GetNode(Key), .. changes.Select(change => change.After.GetNode(Key))];
        foreach (Answer[] seen in answers)
        {
            Assert.NotEmpty(seen);
            long last = 0;
            foreach (Answer answer in seen)
            {
                Assert.InRange(answer.Earliest, last, answer.Latest);
                Assert.Contains(answer.Node, owners[(int)answer.Earliest..((int)answer.Latest + 1)]);
                Assert.Same(answer.Snapshot.Version == 1 ? changes[0].Before : changes[(int)answer.Snapshot.Version - 2].After, answer.Snapshot.Ring);
                last = answer.Latest;
            }
        }
    }

    private static Task<T> OnAThread<T>(Func<T> run) =>
        Task.Factory.StartNew(run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    // Adds two nodes and takes the first of them away again, over and over.
    private List<RingChange> Write(int writer)
    {
        var made = new List<RingChange>();
        for (int change = 0; change < ChangesOfOne; change++)
        {
            made.Add((change % 3) switch
            {
                0 => _ring.Add($"{writer}-{change}"),
                1 => _ring.Update(ring => ring.Add($"{writer}-{change}")),
                _ => _ring.TryRemove($"{writer}-{change - 2}", out RingChange? removed) ? removed : throw new InvalidOperationException(),
            });
        }

        Interlocked.Decrement(ref _writing);
        return made;
    }

    private List<Answer> Read()
    {
        var answers = new List<Answer>();
        bool last;
        do
        {
            last = Volatile.Read(ref _writing) == 0;
            long earliest = _ring.Version;
            string? node = _ring.GetNode(Key);
            RingSnapshot snapshot = _ring.Current;
            long latest = _ring.Version;
            if (answers.Count < 20_000 || last)
            {
                answers.Add(new Answer(earliest, node, snapshot, latest));
            }
        }
        while (!last);

        return answers;
    }

    private sealed record Answer(long Earliest, string? Node, RingSnapshot Snapshot, long Latest);
}

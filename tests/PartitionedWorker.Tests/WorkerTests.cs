namespace RingPerf.Samples.PartitionedWorker.Tests;

public sealed class WorkerTests : IDisposable
{
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(60));

    [Theory]
    [InlineData("python-bytes", LabelFormat.PythonBytes)]
    [InlineData("plain", LabelFormat.Plain)]
    public async Task Run_ThreeAgentsThenTwo_SplitExactly(string labels, LabelFormat format)
    {
        using WorkerProcess worker = WorkerProcess.Start(
            $"--backend-url memory://demo --group g --member-id w --agents 3 --items ITEMS --poll 0.2 --heartbeat 0.2 --labels {labels} --leave-after 1.5");

        var shares = new Dictionary<int, Dictionary<string, string[]>> { [3] = [], [2] = [] };
        while (shares[3].Count < 3 || shares[2].Count < 2)
        {
            PollLine poll = (await worker.ReadAsync(_limit.Token))!;
            Assert.Equal("member", poll.State);
            var ring = new HashRing(poll.Members, new HashRingOptions { Labels = format, Collisions = CollisionRule.Canonical });
            Assert.Equal(WorkerProcess.Items.Where(item => ring.GetNode(item) == poll.Id), poll.Mine);
            shares.GetValueOrDefault(poll.Members.Length)?.TryAdd(poll.Id, poll.Mine);
        }

        foreach ((int members, Dictionary<string, string[]> share) in shares)
        {
            Assert.Equal(Enumerable.Range(1, members).Select(agent => $"w-{agent}"), share.Keys.Order());
            Assert.Equal(WorkerProcess.Items.Order(), share.Values.SelectMany(mine => mine).Order());
        }

        worker.Terminate();
        Assert.Equal(0, await worker.ExitCodeAsync(_limit.Token));
        Assert.Empty(await worker.Error);
    }

    [Fact]
    public async Task Run_OnlyAgentLeaves_EndsByItself()
    {
        using WorkerProcess worker = WorkerProcess.Start("--backend-url memory://demo --group g --items ITEMS --poll 0.1 --leave-after 0.5");

        PollLine first = (await worker.ReadAsync(_limit.Token))!;
        Assert.Equal(36, first.Id.Length);
        while (await worker.ReadAsync(_limit.Token) is { } poll)
        {
            Assert.Equal((first.Id, "member"), (poll.Id, poll.State));
        }

        Assert.Equal(0, await worker.ExitCodeAsync(_limit.Token));
        Assert.Empty(await worker.Error);
    }

    [Fact]
    public async Task Run_NoBackend_OwnsEverythingAndEndsOnSigterm()
    {
        using WorkerProcess worker = WorkerProcess.Start("--group g --member-id alone --items ITEMS --poll 600");

        PollLine poll = (await worker.ReadAsync(_limit.Token))!;
        worker.Terminate();

        Assert.Equal(("alone", "inactive"), (poll.Id, poll.State));
        Assert.Empty(poll.Members);
        Assert.Equal(WorkerProcess.Items, poll.Mine);
        Assert.Null(await worker.ReadAsync(_limit.Token));
        Assert.Equal(0, await worker.ExitCodeAsync(_limit.Token));
        Assert.Contains("not active", await worker.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_BadInput_IsOneLineAndExitCode2()
    {
        using WorkerProcess worker = WorkerProcess.Start("--group g --items ITEMS --backend-url zk://:secret@h");

        Assert.Null(await worker.ReadAsync(_limit.Token));
        Assert.Equal(2, await worker.ExitCodeAsync(_limit.Token));
        string error = await worker.Error;
        Assert.Contains("No driver is registered for the scheme 'zk'", error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(character => character == '\n'));
    }

    public void Dispose() => _limit.Dispose();
}

namespace RingPerf.Coordination.Tests;

/// <summary>Section 6: the share, while the back end answers.</summary>
public sealed class ExtractTests
{
    private readonly Lab _lab = new();

    [Theory]
    [Trait(AodhRowTests.Trait, "6: group empty or None")]
    [InlineData(null)]
    [InlineData("")]
    public async Task ExtractMySubset_NoGroup_IsTheInput(string? group)
    {
        PartitionCoordinator agent = await _lab.StartedAsync();
        List<string> items = [.. Lab.Items(3)];

        Assert.Same(items, await agent.ShareAsync(items, group));
        Assert.Equal(0, _lab.Loggers.Count(15));
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "3: no url, extract")]
    [Trait(AodhRowTests.Trait, "6.1: inactive")]
    public async Task ExtractMySubset_InactiveNoList_IsACopy()
    {
        PartitionCoordinator agent = _lab.Agent(url: null);

        Assert.Equal(["a", "b"], await agent.ShareAsync(Lazy()));

        static IEnumerable<string> Lazy()
        {
            yield return "a";
            yield return "b";
        }
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "6: group never joined, absent")]
    public async Task ExtractMySubset_NeverJoined_JoinsAndCreatesOnTheWay()
    {
        PartitionCoordinator agent = await _lab.StartedAsync();

        Assert.Equal(Lab.Items(20), await agent.ShareAsync(Lab.Items(20)));

        Assert.Equal([agent.MemberId], await (await _lab.ObserverAsync()).GetMembersAsync(Lab.Group));
        Assert.Equal(PartitionState.Member, agent.Status.State);
        Assert.Equal([agent.MemberId], agent.Status.Members);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "6: alone")]
    public async Task ExtractMySubset_Alone_IsEverythingAsANewList()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        string[] items = Lab.Items(3000);

        IReadOnlyList<string> share = await agent.ShareAsync(items);

        Assert.Equal(items, share);
        Assert.NotSame(items, share);
    }

    [Theory]
    [Trait(AodhRowTests.Trait, "6: n members")]
    [Trait(AodhRowTests.Trait, "6.1: labels of a str id")]
    [Trait(FailureCoverageTests.Trait, "F1")]
    [InlineData(LabelFormat.PythonBytes, "223113122111")]
    [InlineData(LabelFormat.Plain, "112232323113")]
    public async Task ExtractMySubset_ThreeAgents_SplitAsPythonDoes(LabelFormat labels, string owners)
    {
        string[] items = [.. Enumerable.Range(0, 12).Select(i => $"r{i}")];
        for (int agent = 1; agent <= 3; agent++)
        {
            await _lab.JoinedAsync($"agent-{agent}", options => options.Labels = labels);
        }

        for (int agent = 1; agent <= 3; agent++)
        {
            PartitionCoordinator same = await _lab.StartedAsync($"agent-{agent}", configure: options => options.Labels = labels);
            Assert.Equal(items.Where((_, i) => owners[i] - '0' == agent), await same.ShareAsync(items));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(50)]
    public async Task ExtractMySubset_StableFleet_EveryItemHasOneOwner(int agents)
    {
        string[] items = Lab.Items(2000);
        PartitionCoordinator[] fleet = await Task.WhenAll(Enumerable.Range(0, agents).Select(i => _lab.JoinedAsync($"agent-{i}")));

        var owned = new List<string>();
        foreach (PartitionCoordinator agent in fleet)
        {
            owned.AddRange(await agent.ShareAsync(items));
        }

        Assert.Equal(items.Order(StringComparer.Ordinal), owned.Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "6: n members")]
    public async Task ExtractMySubset_DuplicatesAndObjects_KeepOrderAndIdentity()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        object[] items = [1, 1, "None", 1.5, new object()];

        IReadOnlyList<object> share = await agent.ExtractMySubsetAsync(Lab.Group, items, item => $"{item}");

        Assert.Equal(items, share);
        Assert.Same(items[4], share[4]);
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "6: empty input")]
    [Trait(AodhRowTests.Trait, "6: generator")]
    public async Task ExtractMySubset_EveryKindOfInput_GivesTheSameShare()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync("agent-1");
        await _lab.JoinedAsync("agent-2");
        string[] items = Lab.Items(2500);
        IReadOnlyList<string> expected = await agent.ShareAsync(items);
        int read = 0;

        Assert.NotEmpty(expected);
        Assert.Equal(expected, await agent.ShareAsync(new List<string>(items)));
        Assert.Equal(expected, await agent.ShareAsync(new LinkedList<string>(items)));
        Assert.Equal(expected, await agent.ShareAsync(items.Select(Counted)));
        Assert.Equal(2500, read);
        Assert.Empty(await agent.ShareAsync([]));
        Assert.Empty(await agent.ShareAsync(new LinkedList<string>()));

        string Counted(string item)
        {
            read++;
            return item;
        }
    }

    [Fact]
    [Trait(AodhRowTests.Trait, "6: None as input")]
    public async Task ExtractMySubset_NullArguments_Throw()
    {
        foreach (PartitionCoordinator agent in (PartitionCoordinator[])[await _lab.JoinedAsync(), _lab.Agent()])
        {
            await Assert.ThrowsAsync<ArgumentNullException>("universalSet", () => agent.ShareAsync(null!));
            await Assert.ThrowsAsync<ArgumentNullException>(
                "key", () => agent.ExtractMySubsetAsync(Lab.Group, Lab.Items(1), null!).AsTask());
        }
    }

    [Fact]
    public async Task ExtractMySubset_CancelledWhileInactive_ThrowsCanceled() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _lab.Agent().ExtractMySubsetAsync(
            Lab.Group, Lab.Items(1), item => item, new CancellationToken(canceled: true)).AsTask());

    [Theory]
    [Trait(AodhRowTests.Trait, "6: item with lone surrogate")]
    [Trait(FailureCoverageTests.Trait, "F20")]
    [InlineData(0)]
    [InlineData(1500)]
    public async Task ExtractMySubset_KeyCannotBeHashed_ThrowsWithTheItemsIndex(int index)
    {
        PartitionCoordinator agent = await _lab.JoinedAsync();
        string?[] items = Lab.Items(2000);
        foreach (string? wrong in (string?[])["a\ud83d", null])
        {
            items[index] = wrong;
            var error = await Assert.ThrowsAsync<ArgumentException>(() => agent.ShareAsync(items!));
            Assert.Contains($"item {index} ", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait(FailureCoverageTests.Trait, "F20")]
    public async Task ExtractMySubset_EmptyAndVeryLongKeys_HaveOneOwner()
    {
        string[] items = ["", new string('x', 10_000_000), "a/b", "__created__", "\0"];
        PartitionCoordinator[] fleet = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => _lab.JoinedAsync($"agent-{i}")));

        var owned = new List<string>();
        foreach (PartitionCoordinator agent in fleet)
        {
            owned.AddRange(await agent.ShareAsync(items));
        }

        // Not compared as collections: a failure would print ten million characters.
        Assert.Equal(items.Length, owned.Count);
        Assert.True(items.ToHashSet().SetEquals(owned));
    }

    [Fact]
    public async Task ExtractMySubset_SameMembers_KeepsTheRing()
    {
        PartitionCoordinator agent = await _lab.JoinedAsync("agent-1");
        await agent.ShareAsync(Lab.Items(1));
        await agent.ShareAsync(Lab.Items(1));
        Assert.Equal(1, _lab.Loggers.Count(11));

        await _lab.JoinedAsync("agent-2");
        await agent.ShareAsync(Lab.Items(1));
        Assert.Equal(2, _lab.Loggers.Count(11));
    }

    [Fact]
    public void ShareOf_Array_AllocatesTheResultAlone()
    {
        var ring = new HashRing(["a", "b"]);
        string[] items = Lab.Items(1500);
        int[] owners = new int[items.Length];
        Func<string, string> key = item => item;
        long result = (long)Share.Of(ring, 0, items, key, out _).Length * IntPtr.Size;

        // Unoptimised code of the ring allocates, so its own lookups are taken off; a round between two tiers of the JIT does not count.
        IEnumerable<long> beyond = Enumerable.Range(0, 8).Select(_ =>
            Allocated(() => Share.Of(ring, 0, items, key, out _)) - Allocated(() => ring.GetNodeIndices(items, owners)) - result);

        Assert.Contains(beyond, bytes => bytes is >= 0 and <= 64);
    }

    [Theory]
    [Trait(FailureCoverageTests.Trait, "F21")]
    [InlineData("node194", "node204", LabelFormat.PythonBytes)]
    [InlineData("node204", "node194", LabelFormat.PythonBytes)]
    [InlineData("agent-68", "agent-102", LabelFormat.Plain)]
    public async Task ExtractMySubset_CollidingNames_SplitExactlyAndWarn(string first, string second, LabelFormat labels)
    {
        string[] items = Lab.Items(1000);
        PartitionCoordinator one = await _lab.JoinedAsync(first, options => options.Labels = labels);
        PartitionCoordinator two = await _lab.JoinedAsync(second, options => options.Labels = labels);

        IEnumerable<string> owned = (await one.ShareAsync(items)).Concat(await two.ShareAsync(items));

        Assert.Equal(items.Order(StringComparer.Ordinal), owned.Order(StringComparer.Ordinal));
        Assert.Equal(2, _lab.Loggers.Count(14));
    }

    private static long Allocated(Action act)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        act();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

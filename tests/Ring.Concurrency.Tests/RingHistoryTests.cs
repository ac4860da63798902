using RingPerf.Concurrency.Interleaving;

namespace RingPerf.Concurrency.Tests;

/// <summary>Histories that no order of changes explains are found, and told apart.</summary>
public sealed class RingHistoryTests
{
    private readonly HashRing _first = new(["a"], 2);
    private readonly ConcurrentHashRing _ring;
    private readonly RingCall _second;
    private readonly RingCall _third;

    public RingHistoryTests()
    {
        _ring = new ConcurrentHashRing(_first);
        _second = Changed("b", from: 1, _ring.Add("b"));
        _third = Changed("c", from: 2, _ring.Add("c"));
    }

    [Fact]
    public void CheckCalls_CallsAsTheyWere_FindsNothing()
    {
        RingCall asked = new(1, RingCallKind.GetNode, "key", From: 1, To: 2) { Answer = "a" };
        RingCall refused = new(1, RingCallKind.Add, "b", From: 2, To: 3);
        RingCall taken = new(1, RingCallKind.Snapshot, "", From: 3, To: 3) { Snapshot = _ring.Current };

        Assert.Null(Record.Exception(History(_second, asked, refused, _third, taken).CheckCalls));
    }

    [Fact]
    public void Constructor_ChangeThatIsMissing_IsFound() =>
        AssertFound("1 changes were made, and the last version is 3", () => History(_second));

    [Fact]
    public void Constructor_VersionOfTwoChanges_IsFound() =>
        AssertFound("the ring is not that of the last change", () => History(_second, Changed("x", from: 1, Other().Add("x"))));

    [Fact]
    public void Constructor_ChangeThatIsNotBuiltOnTheLast_IsFound() =>
        AssertFound("version 3 is not built on version 2", () => History(Changed("x", from: 1, Other().Add("x")), _third));

    [Fact]
    public void CheckCalls_VersionThatGoesBack_IsFound()
    {
        RingCall within = new(1, RingCallKind.GetNode, "key", From: 2, To: 1) { Answer = "a" };
        RingCall after = new(2, RingCallKind.GetNode, "key", From: 1, To: 1) { Answer = "a" };

        AssertFound("a version went back in ", History(_second, _third, within).CheckCalls);
        AssertFound("a version went back in ", History(_second, _third, after).CheckCalls);
    }

    [Fact]
    public void CheckCalls_AnswerOfNoRing_IsFound()
    {
        RingCall told = new(1, RingCallKind.GetNode, "key", From: 1, To: 3) { Answer = "nobody" };
        RingCall refused = new(1, RingCallKind.Add, "absent", From: 1, To: 3);
        RingCall taken = new(1, RingCallKind.Snapshot, "", From: 1, To: 2) { Snapshot = _ring.Current };

        AssertFound("no version from 1 to 3 explains ", History(_second, _third, told).CheckCalls);
        AssertFound("no version from 1 to 3 explains ", History(_second, _third, refused).CheckCalls);
        AssertFound("no version from 1 to 2 explains ", History(_second, _third, taken).CheckCalls);
    }

    [Fact]
    public void CheckCalls_ChangeThatWasNotAskedFor_IsFound()
    {
        RingCall other = _second with { Node = "other" };
        RingCall early = _second with { To = 1 };

        AssertFound("no version from 1 to 2 explains ", History(other, _third).CheckCalls);
        AssertFound("no version from 1 to 1 explains ", History(early, _third with { Thread = 1 }).CheckCalls);
    }

    [Fact]
    public void Run_BodyThatFails_IsTold()
    {
        var threads = new SeededThreads(new Random(1));

        AssertFound("out of time", () => threads.Run([() => { }, () => throw new TimeoutException("out of time")]));
    }

    private static RingCall Changed(string node, long from, RingChange change) =>
        new(Thread: 2, RingCallKind.Add, node, from, change.Version) { Change = change };

    private static void AssertFound(string what, Action check) =>
        Assert.StartsWith(what, Assert.Throws<InterleavingException>(check).Message, StringComparison.Ordinal);

    private ConcurrentHashRing Other() => new(_first);

    private RingHistory History(params RingCall[] calls) => new(_first, _ring.Current, calls);
}

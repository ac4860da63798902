using Microsoft.Extensions.Logging;
using RingPerf.Coordination.Simulation.Checking;
using RingPerf.Coordination.Simulation.Recording;
using static RingPerf.Coordination.Simulation.Tests.Checking.Histories;

namespace RingPerf.Coordination.Simulation.Tests.Checking;

/// <summary>Every rule, fed with a history that keeps it and with one that breaks it.</summary>
public sealed class ContractCheckerTests
{
    [Fact]
    public void Check_StableFleet_FindsNothing() => Assert.Empty(Check(60, Fleet(Answer(20, "a", "a", "b"), Answer(21, "b", "a", "b"))));

    [Fact]
    public void Check_ItemsWithoutAnOwnerUpToTheWindow_FindsNothing() => Assert.Empty(Check(
        60, Fleet(new Changed(At(20), ChangeKind.Kill, "b"), new Held(At(20), "b", Works: false, Forgets: true), Answer(30, "a", "a"))));

    [Fact]
    public void Check_ItemsWithoutAnOwnerBeyondTheWindow_FindsIt() => Assert.Equal(["one owner"], Check(
        60, Fleet(new Changed(At(20), ChangeKind.Kill, "b"), new Held(At(20), "b", Works: false, Forgets: true), Answer(30.1, "a", "a"))));

    [Fact]
    public void Check_NeverAnOwner_FindsItAtTheEnd() => Assert.Equal(["one owner"], Check(60, new Changed(At(0), ChangeKind.Start, "a")));

    [Fact]
    public void Check_TwoOwnersUpToTheWindow_FindsNothing() => Assert.Empty(Check(
        60, Fleet(new Changed(At(20), ChangeKind.DataLoss), Answer(21, "a", "a"), Answer(30, "a", "a", "b"))));

    [Fact]
    public void Check_TwoOwnersBeyondTheWindow_FindsIt() => Assert.Equal(["one owner"], Check(
        60, Fleet(new Changed(At(20), ChangeKind.DataLoss), Answer(21, "a", "a"), Answer(30.1, "a", "a", "b"))));

    [Theory]
    [InlineData(26, 0)]
    [InlineData(26.1, 1)]
    public void Check_TwoOwnersAfterAChangeThatIsKnownAtOnce_MayLastForTwoPolls(double until, int found) => Assert.Equal(
        found, Check(60, Fleet(new Changed(At(20), ChangeKind.Drop, "b"), Answer(21, "a", "a"), Answer(until, "a", "a", "b"))).Count);

    [Fact]
    public void Check_TwoOwnersWithoutAChange_FindsIt() =>
        Assert.Equal(["one owner"], Check(60, Fleet(Answer(20, "a", "a"), Answer(20.1, "a", "a", "b"))));

    [Fact]
    public void Check_TwoOwnersWhileAFaultLasts_FindsNothing() => Assert.Empty(Check(
        60,
        Fleet(
            new Changed(At(20), ChangeKind.Failures, Lasts: true), Answer(21, "a", "a"),
            new Changed(At(40), ChangeKind.Failures, Lasts: false), Answer(50, "a", "a", "b"))));

    [Fact]
    public void Check_PausedAgent_OwnsNothingUntilItGoesOn() => Assert.Equal(["one owner"], Check(
        60,
        Fleet(
            new Changed(At(20), ChangeKind.Pause, "b"), new Held(At(20), "b", Works: false, Forgets: false), Answer(29, "a", "a"),
            new Changed(At(40), ChangeKind.Wake, "b"), new Held(At(40), "b", Works: true, Forgets: false), Answer(41, "a", "a", "b"),
            Answer(47, "a", "a"))));

    [Fact]
    public void Check_EverythingTakenUnread_FindsIt() => Assert.Contains(
        "share", Check(60, Fleet(Answer(20, "a", "a", "b") with { Members = null, Items = [.. Enumerable.Range(0, Items)] })));

    [Fact]
    public void Check_EverythingTakenByAMemberOfTwo_FindsIt() => Assert.Contains(
        "share", Check(60, Fleet(Answer(20, "a", "a", "b") with { Items = [.. Enumerable.Range(0, Items)] })));

    [Fact]
    public void Check_ShareOutOfOrder_FindsIt()
    {
        int[] share = [.. Share("b", "a", "b").Reverse()];

        Assert.True(share.Length > 1);
        Assert.Equal(["share"], Check(60, Fleet(Answer(20, "b", "a", "b") with { Items = share })));
    }

    [Fact]
    public void Check_CallsUpToTheMost_FindsNothing() => Assert.Empty(Check(60, Fleet([.. Calls(CallRateRule.MostCalls)])));

    [Fact]
    public void Check_OneCallMoreWithinASecond_FindsIt() =>
        Assert.Equal(["call rate"], Check(60, Fleet([.. Calls(CallRateRule.MostCalls + 1)])));

    [Fact]
    public void Check_CallPastItsDeadline_FindsIt() =>
        Assert.Equal(["deadline"], Check(60, Fleet(new Ended(At(20), "a", "poll", At(5.1), At(5), Escaped: null))));

    [Fact]
    public void Check_CallThatRaises_FindsIt() =>
        Assert.Equal(["no error"], Check(60, Fleet(new Ended(At(20), "a", "beat", At(5), At(5), "IOException: raw"))));

    [Fact]
    public void Check_WarningInQuietTimes_FindsIt() =>
        Assert.Equal(["no warning"], Check(60, Fleet(new Logged(At(20), "a", LogLevel.Warning, 9, "SelfMissing"))));

    [Fact]
    public void Check_WarningAfterAChange_FindsNothing() =>
        Assert.Empty(Check(60, Fleet(new Changed(At(15), ChangeKind.Drop, "a"), new Logged(At(20), "a", LogLevel.Warning, 9, "SelfMissing"))));

    [Fact]
    public void Check_NoMemberInQuietTimes_FindsIt() => Assert.Equal(
        ["status"], Check(60, Fleet(Answer(20, "a", "a", "b") with { State = PartitionState.BackendLost })));

    [Fact]
    public void Check_MembershipLostInQuietTimes_FindsIt() =>
        Assert.Equal(["status"], Check(60, Fleet(Answer(20, "a", "a", "b") with { HoldsMembership = false })));

    [Theory]
    [InlineData(20, 27, 0)]
    [InlineData(20, 27.1, 1)]
    public void Check_MembershipHeldPastTheLastBeat_FindsIt(double beat, double answer, int found) => Assert.Equal(
        found, Check(60, Fleet(new Beaten(At(beat + 1), "a", At(beat)), Answer(answer, "a", "a", "b"))).Count(rule => rule == "life"));

    [Fact]
    public void Check_CutOffAgentSaysMember_FindsIt() => Assert.Equal(
        ["status"], Check(60, Fleet(new Changed(At(20), ChangeKind.CutOff, "a"), Answer(35, "a", "a", "b"))));

    [Fact]
    public void Check_NameTakenWithoutAPredecessor_FindsIt() =>
        Assert.Equal(["stranger"], Check(60, Fleet(new Changed(At(15), ChangeKind.Start, "b"), NameTaken)));

    [Fact]
    public void Check_NameTakenByAPredecessor_FindsNothing() => Assert.Empty(Check(
        60,
        Fleet(
            new Changed(At(15), ChangeKind.Kill, "b"), new Held(At(15), "b", Works: false, Forgets: true),
            new Changed(At(16), ChangeKind.Start, "b"), NameTaken, Answer(21, "b", "a", "b"))));

    [Fact]
    public void Check_LoneKill_MeasuresHowLongItemsHadNoOwner()
    {
        ContractChecker checker = Checker();
        checker.Check(
            Fleet(new Changed(At(20), ChangeKind.Kill, "b"), new Held(At(20), "b", Works: false, Forgets: true), Answer(27, "a", "a")), At(60));

        (double without, double doubled) = checker.Windows.Longest[ChangeKind.Kill];
        Assert.Equal((0.7, 0), (without, doubled));
    }

    private static Logged NameTaken => new(At(20), "b", LogLevel.Warning, 13, "NameTaken");

    private static IEnumerable<Called> Calls(int count) => Enumerable.Range(0, count).Select(_ => new Called(At(20), "a", "read"));
}

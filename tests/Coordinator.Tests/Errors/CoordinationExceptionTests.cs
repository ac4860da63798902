namespace RingPerf.Coordination.Tests;

public sealed class CoordinationExceptionTests
{
    private static readonly MemberId Me = MemberId.FromText("agent-1");

    public static TheoryData<CoordinationException, string> Errors => new()
    {
        { new GroupNotCreatedException("g"), "The group 'g' does not exist." },
        { new GroupAlreadyExistsException("g"), "The group 'g' exists already." },
        { new GroupNotEmptyException("g"), "The group 'g' still has members; only an empty group can be deleted." },
        { new MemberAlreadyExistsException("g", Me), "The group 'g' has a member 'agent-1' already." },
        { new MemberNotJoinedException("g", Me), "The group 'g' has no member 'agent-1'." },
        {
            new MemberNotInGroupException("g", Me, [MemberId.FromText("b"), MemberId.FromBytes([0xFF])]),
            @"The group 'g' does not list this agent, 'agent-1', after it joined; its members are ['b', '\xff']."
        },
        { new CoordinationConnectionException("refused"), "refused" },
        { new CoordinationTimeoutException("JoinGroupAsync", TimeSpan.FromSeconds(2.5)), "JoinGroupAsync had no answer within 2.5 s." },
        { new DriverStateException("not started"), "not started" },
        {
            new WatchNotFoundException(new MembershipWatch("g", MembershipChange.Left, _ => { }, [])),
            "The driver has no such watch on the group 'g'."
        },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Message_EachError_NamesWhatAndWhere(CoordinationException error, string message) =>
        Assert.Equal(message, error.Message);

    [Fact]
    public void Constructor_Data_IsKept()
    {
        var inner = new IOException("x");
        var missing = new MemberNotInGroupException("g", Me, [Me]);

        Assert.Equal(("g", Me, 1), (missing.GroupId, missing.MemberId, missing.Members.Count));
        Assert.Equal(("g", Me), (new MemberNotJoinedException("g", Me).GroupId, new MemberAlreadyExistsException("g", Me).MemberId));
        Assert.Same(inner, new CoordinationConnectionException("refused", inner).InnerException);
        Assert.Equal(TimeSpan.FromSeconds(1), new CoordinationTimeoutException("x", TimeSpan.FromSeconds(1), inner).Timeout);
    }

    [Fact]
    public void BackendUrlException_IsNoBackendFailure() =>
        Assert.IsNotType<CoordinationException>(new BackendUrlException("x"), exactMatch: false);
}

namespace RingPerf.Coordination.Tests;

public sealed class BackendOperationTests
{
    public static TheoryData<Exception, string> Kinds => new()
    {
        { new CoordinationTimeoutException("no", TimeSpan.FromSeconds(1)), "timeout" },
        { new OperationCanceledException(), "timeout" },
        { new CoordinationConnectionException("no"), "connection" },
        { new DriverStateException("no"), "not_started" },
        { new CoordinationException("no"), "coordination" },
        { new IOException("no"), "client" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void KindOf_EachFailure_IsOneOfAFew(Exception error, string kind) => Assert.Equal(kind, BackendOperation.KindOf(error));
}

using Xunit;
using Xunit.Abstractions;

namespace RingPerf.Mutation;

/// <summary>What a run of tests said: the cases found, and the first failure, which ends the run.</summary>
internal sealed class TestSink : LongLivedMarshalByRefObject, IMessageSink
{
    private readonly TaskCompletionSource _ended = new();

    public List<ITestCase> Cases { get; } = [];

    public string? Failure { get; private set; }

    /// <summary>The first case that failed; null where none did, or the failure was not a case's.</summary>
    public ITestCase? FailedCase { get; private set; }

    public void Wait() => _ended.Task.Wait();

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestCaseDiscoveryMessage found:
                Cases.Add(found.TestCase);
                break;
            case IFailureInformation failure when Failure is null:
                Failure = failure.Messages.FirstOrDefault() ?? "";
                FailedCase = (message as ITestFailed)?.TestCase;
                break;
            case IDiscoveryCompleteMessage or ITestAssemblyFinished:
                _ended.TrySetResult();
                break;
        }

        return Failure is null;
    }
}

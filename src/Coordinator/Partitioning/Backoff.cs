using Polly;
using Polly.Retry;

namespace RingPerf.Coordination;

/// <summary>The two ways in which aodh waits before it tries again.</summary>
internal static class Backoff
{
    internal const int RejoinAttempts = 5;
    private static readonly TimeSpan RejoinSpread = TimeSpan.FromSeconds(2);

    /// <summary>The wait after a failed join: doubled each time, capped, without jitter.</summary>
    internal static TimeSpan Delay(TimeSpan first, TimeSpan most, int failuresBefore)
    {
        double ticks = first.Ticks * Math.Pow(2, failuresBefore);
        return ticks < most.Ticks ? TimeSpan.FromTicks((long)ticks) : most;
    }

    /// <summary>Joins again and again until it succeeds or is cancelled.</summary>
    internal static ResiliencePipeline Join(PartitionCoordinatorOptions options, TimeProvider time)
    {
        (TimeSpan first, TimeSpan most) = (options.RetryBackoff, options.MaxRetryInterval);
        return Pipeline(time, new RetryStrategyOptions
        {
            MaxRetryAttempts = int.MaxValue,
            ShouldHandle = args => ValueTask.FromResult(
                args.Outcome.Exception is { } e && BackendFailure.Is(e, args.Context.CancellationToken)),
            DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(Delay(first, most, args.AttemptNumber)),
        });
    }

    /// <summary>Reads the members up to five times until they include this agent, each wait drawn evenly from 0 to below 2 s.</summary>
    internal static ResiliencePipeline Rejoin(TimeProvider time, Func<double> draw) =>
        Pipeline(time, new RetryStrategyOptions
        {
            MaxRetryAttempts = RejoinAttempts - 1,
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is MemberNotInGroupException),
            DelayGenerator = _ => ValueTask.FromResult<TimeSpan?>(RejoinSpread * draw()),
        });

    private static ResiliencePipeline Pipeline(TimeProvider time, RetryStrategyOptions options) =>
        new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(options).Build();
}

namespace RingPerf.Coordination;

/// <summary>What each option may be, as far as it can be told without a back end.</summary>
internal static class OptionRules
{
    // Below what any kind of wait can take.
    private static readonly TimeSpan MostTime = TimeSpan.FromDays(20);

    /// <summary>One message for each number, time or choice that is out of range.</summary>
    internal static IEnumerable<(string Option, object Value, string Message)> OutOfRange(PartitionCoordinatorOptions options)
    {
        (string Name, TimeSpan Value)[] times =
        [
            (nameof(options.HeartbeatInterval), options.HeartbeatInterval),
            (nameof(options.CheckWatchersInterval), options.CheckWatchersInterval),
            (nameof(options.RetryBackoff), options.RetryBackoff),
            (nameof(options.MaxRetryInterval), options.MaxRetryInterval),
            (nameof(options.StartTimeout), options.StartTimeout),
            (nameof(options.StopTimeout), options.StopTimeout),
        ];
        foreach ((string name, TimeSpan value) in times.Where(time => time.Value <= TimeSpan.Zero || time.Value > MostTime))
        {
            yield return (name, value, $"{name} is {value}; it must be above zero and at most {MostTime}.");
        }

        if (options.Replicas < 1)
        {
            yield return (nameof(options.Replicas), options.Replicas, $"Replicas is {options.Replicas}; it must be at least 1.");
        }

        if (options.Weight is { } weight && !(weight > 0 && double.IsFinite(weight)))
        {
            yield return (
                nameof(options.Weight), weight, FormattableString.Invariant($"Weight is {weight}; it must be above zero and finite."));
        }

        if (!Enum.IsDefined(options.Labels))
        {
            yield return (nameof(options.Labels), options.Labels, $"Labels is {options.Labels}; it must be Plain or PythonBytes.");
        }
    }

    /// <summary>One message for each text that no back end can hold.</summary>
    internal static IEnumerable<string> Unusable(PartitionCoordinatorOptions options)
    {
        if (Refusal(() => MemberId.FromText(options.MemberId ?? "")) is { } member)
        {
            yield return $"MemberId cannot be used. {member}";
        }

        if (!string.IsNullOrEmpty(options.GroupId) && Refusal(() => GroupIds.Check(options.GroupId)) is { } group)
        {
            yield return $"GroupId cannot be used. {group}";
        }
    }

    /// <summary>The message of the error that a check of an argument raises; null where it raises none.</summary>
    internal static string? Refusal(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }
}

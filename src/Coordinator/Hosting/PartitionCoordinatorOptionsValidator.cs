using Microsoft.Extensions.Options;

namespace RingPerf.Coordination;

/// <summary>Says everything that is wrong with the options of one coordinator, without reaching its back end.</summary>
/// <param name="name">The coordinator's name.</param>
/// <param name="drivers">Its drivers.</param>
/// <param name="time">Its clock.</param>
internal sealed class PartitionCoordinatorOptionsValidator(string name, CoordinationDriverRegistry drivers, TimeProvider time)
    : IValidateOptions<PartitionCoordinatorOptions>
{
    // Two beats may be lost before peers take a member's work.
    internal const int BeatsWithinLife = 3;

    // The option of every driver that tooz has; where it is absent, the operations' timeout is the membership's as well.
    private const string MembershipTimeoutOption = "membership_timeout";

    public ValidateOptionsResult Validate(string? optionsName, PartitionCoordinatorOptions options)
    {
        if (optionsName != name)
        {
            return ValidateOptionsResult.Skip;
        }

        string who = name.Length == 0 ? "PartitionCoordinator: " : $"PartitionCoordinator '{name}': ";
        List<string> broken = [.. OptionRules.OutOfRange(options).Select(rule => rule.Message), .. OptionRules.Unusable(options)];
        if (!string.IsNullOrEmpty(options.BackendUrl)
            && OptionRules.Refusal(() => CheckBackend(options.BackendUrl, options, broken)) is { } refusal)
        {
            broken.Add($"BackendUrl cannot be used. {refusal}");
        }

        return broken.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(broken.Select(text => who + text));
    }

    private void CheckBackend(string backendUrl, PartitionCoordinatorOptions options, List<string> broken)
    {
        BackendUrl url = BackendUrl.Parse(backendUrl);
        ICoordinationDriver driver = drivers.Create(new DriverSettings(url, MemberId.FromText("validation")) { Time = time });
        TimeSpan holds = url.GetSeconds(MembershipTimeoutOption) ?? driver.Timeout;
        // A driver that was never started has nothing to wait for.
        driver.DisposeAsync().AsTask().GetAwaiter().GetResult();
        TimeSpan most = holds / BeatsWithinLife;
        if (options.HeartbeatInterval > most)
        {
            broken.Add(
                $"HeartbeatInterval is {options.HeartbeatInterval}; it must be at most {most}, a third of the membership timeout of {holds} "
                + $"that {url} gives.");
        }
    }
}

namespace RingPerf.Coordination.Soak.Faults;

/// <summary>A fault that is made on a settled fleet and leaves it settled.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="MakeAsync">Makes it and measures.</param>
internal sealed record SoakFault(string Name, Func<Lab, Task> MakeAsync)
{
    /// <summary>Every fault there is.</summary>
    internal static IReadOnlyList<SoakFault> All { get; } = [.. AgentFaults.All, .. ServerFaults.All];
}

namespace RingPerf.Coordination.Tests;

internal static class LabExtensions
{
    internal static Task<IReadOnlyList<string>> ShareAsync(
        this PartitionCoordinator agent, IEnumerable<string> items, string? group = Lab.Group) =>
        agent.ExtractMySubsetAsync(group, items, item => item).AsTask();
}

namespace RingPerf.Coordination.Servers;

internal static class Requirement
{
    /// <summary>Why a test is skipped; null where it runs.</summary>
    internal static string? SkipUnless(bool met, string requirement) =>
        met || Environment.GetEnvironmentVariable("CI") == "true" ? null : $"needs {requirement}";
}

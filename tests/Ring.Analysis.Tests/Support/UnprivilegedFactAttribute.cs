namespace RingPerf.Analysis.Tests.Support;

/// <summary>A fact about files that may not be read, which root may.</summary>
public sealed class UnprivilegedFactAttribute() : RequirementFactAttribute(
    !OperatingSystem.IsWindows() && !Environment.IsPrivilegedProcess, "a Unix user who is not root");

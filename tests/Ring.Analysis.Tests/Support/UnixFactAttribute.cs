namespace RingPerf.Analysis.Tests.Support;

/// <summary>A fact about pipes, signals and shells.</summary>
public sealed class UnixFactAttribute() : RequirementFactAttribute(File.Exists("/bin/bash"), "a Unix with bash");

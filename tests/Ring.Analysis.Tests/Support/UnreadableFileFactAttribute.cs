namespace RingPerf.Analysis.Tests.Support;

/// <summary>A fact about a file that may not be read, not even by root, whom permissions do not stop elsewhere.</summary>
public sealed class UnreadableFileFactAttribute() : RequirementFactAttribute(File.Exists(Path), "Linux with " + Path)
{
    public const string Path = "/proc/sys/vm/compact_memory";
}

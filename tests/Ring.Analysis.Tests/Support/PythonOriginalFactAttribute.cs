namespace RingPerf.Analysis.Tests.Support;

/// <summary>A fact that needs the Python original.</summary>
public sealed class PythonOriginalFactAttribute()
    : RequirementFactAttribute(File.Exists(Package), "the Python original (Debian: python3-aodh)")
{
    internal const string Interpreter = "/usr/bin/python3";

    private const string Package = "/usr/lib/python3/dist-packages/aodh/coordination.py";
}

namespace RingPerf.Analysis.Tests.Support;

/// <summary>A fact that hides the system's fonts, in a mount namespace of its own.</summary>
public sealed class MountFactAttribute() : RequirementFactAttribute(CanMount(), "root on Linux, with unshare")
{
    private static bool CanMount()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/unshare"))
        {
            return false;
        }

        return ToolProcess.Run("/usr/bin/unshare", ["-m", "true"]).Code == 0;
    }
}

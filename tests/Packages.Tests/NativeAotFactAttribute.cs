using RingPerf.Coordination.Servers;

namespace RingPerf.Packages.Tests;

/// <summary>A fact that needs the linker that NativeAOT calls.</summary>
public sealed class NativeAotFactAttribute() : RequirementFactAttribute(IsInstalled, "clang and zlib's headers (clang, zlib1g-dev)")
{
    private static bool IsInstalled =>
        OnPath("clang") && File.Exists("/usr/include/zlib.h");

    private static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}

using System.Diagnostics;

namespace RingPerf.Coordination.Soak.Backends;

/// <summary>What a server says it is.</summary>
internal static class ServerVersion
{
    /// <summary>The first line that the program prints about its version.</summary>
    internal static string Of(string program)
    {
        var start = new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string first = process.StandardOutput.ReadLine() ?? "";
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return first.Split(" sha=")[0];
    }
}

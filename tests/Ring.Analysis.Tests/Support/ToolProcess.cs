using System.Diagnostics;

namespace RingPerf.Analysis.Tests.Support;

/// <summary>The real executable and other programs, as child processes.</summary>
internal static class ToolProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>The tool as a shell runs it.</summary>
    internal static readonly string Command = $"dotnet '{ToolPath}'";

    internal static string ToolPath => Path.Combine(AppContext.BaseDirectory, "ringperf.dll");

    internal static ToolRun Tool(string folder, params string[] args) => Run("dotnet", [ToolPath, .. args], folder);

    /// <summary>A bash script in which <c>ringperf</c> is the tool.</summary>
    internal static ToolRun Bash(string folder, string script, params (string Name, string Value)[] environment) =>
        Run("/bin/bash", ["-c", $"set -o pipefail; ringperf() {{ {Command} \"$@\"; }}; {script}"], folder, environment);

    internal static ToolRun Run(string program, string[] args, string? folder = null, params (string Name, string Value)[] environment)
    {
        using Process process = Start(program, args, folder, environment);
        process.StandardInput.Close();
        return Finish(process);
    }

    internal static Process Start(string program, string[] args, string? folder = null, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        // What the tool remembers between runs stays out of the home of whoever runs the tests.
        start.Environment["XDG_CACHE_HOME"] = Path.Combine(AppContext.BaseDirectory, "cache");
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    internal static ToolRun Finish(Process process)
    {
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        Task copied = process.StandardOutput.BaseStream.CopyToAsync(output);
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{process.StartInfo.FileName} did not end within {Limit}");
        }

        Task.WaitAll(error, copied);
        return new ToolRun(process.ExitCode, output.ToArray(), error.Result);
    }
}

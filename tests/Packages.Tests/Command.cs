using System.Diagnostics;

namespace RingPerf.Packages.Tests;

/// <summary>A program run to its end.</summary>
internal static class Command
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    /// <summary>The .NET host that runs the tests.</summary>
    internal static string DotNet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>What the program wrote to standard output, having ended with exit code 0.</summary>
    internal static async Task<string> RunAsync(
        string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        Isolate(start.Environment);
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        string text = await output;
        Assert.True(
            process.ExitCode == 0, $"{program} {string.Join(' ', start.ArgumentList)}: exit code {process.ExitCode}\n{text}{await errors}");
        return text.ReplaceLineEndings("\n");
    }

    // The tests' own build says where its MSBuild is and how it restores; a user's build knows nothing of it. No server outlives the tests.
    private static void Isolate(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            environment.Remove(name);
        }

        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment["UseSharedCompilation"] = "false";
        environment["DOTNET_NOLOGO"] = "1";
        if (Path.GetDirectoryName(DotNet) is { Length: > 0 } root)
        {
            environment["DOTNET_ROOT"] = root;
        }
    }
}

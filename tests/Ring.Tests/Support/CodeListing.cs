using System.Diagnostics;
using System.Text.RegularExpressions;

namespace RingPerf.Tests;

/// <summary>What the JIT makes of the hot paths, as its own listing of a process that takes each once.</summary>
internal sealed partial class CodeListing
{
    private const string Methods = "Find FindMany FindOwners Position LookUp";

    private readonly string[] _methods;

    private CodeListing(string text) => _methods = text.Split("; Assembly listing for method ", StringSplitOptions.RemoveEmptyEntries);

    internal static CodeListing Of(string assembly)
    {
        string file = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, [assembly]) { UseShellExecute = false };
            foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("DOTNET_", StringComparison.Ordinal)).ToArray())
            {
                start.Environment.Remove(name);
            }

            start.Environment["DOTNET_TieredCompilation"] = "0";
            start.Environment["DOTNET_JitDisasm"] = Methods;
            start.Environment["DOTNET_JitStdOutFile"] = file;
            using var process = Process.Start(start)!;
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return new CodeListing(File.ReadAllText(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Names of what a method calls, without checks that throw; its code ends there.</summary>
    internal string[] Calls(string method) =>
        [.. Call().Matches(Text(method)).Select(match => match.Groups[1].Value).Where(name => !Thrower().IsMatch(name))];

    /// <summary>Bytes of a method's code.</summary>
    internal int Bytes(string method) => int.Parse(Total().Match(Text(method)).Groups[1].Value);

    private string Text(string method) => Assert.Single(_methods, text => text.StartsWith(method, StringComparison.Ordinal));

    [GeneratedRegex(@"(?:call|tail\.jmp)\s+\[?([\w.`:+]+)")]
    private static partial Regex Call();

    [GeneratedRegex("RNGCHKFAIL|FAIL_FAST|Throw")]
    private static partial Regex Thrower();

    [GeneratedRegex(@"; Total bytes of code (\d+)")]
    private static partial Regex Total();
}

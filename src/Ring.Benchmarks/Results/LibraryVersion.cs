using System.Reflection;

namespace RingPerf.Benchmarks.Results;

/// <summary>The library that was measured.</summary>
/// <param name="Version">Its package version.</param>
/// <param name="Commit">The commit it was built from, null where it was not built from a repository.</param>
internal sealed record LibraryVersion(string Version, string? Commit)
{
    internal static LibraryVersion Of(Assembly assembly)
    {
        string informational = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        int plus = informational.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? new(informational, null) : new(informational[..plus], informational[(plus + 1)..]);
    }
}

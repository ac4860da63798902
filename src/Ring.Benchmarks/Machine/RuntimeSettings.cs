using System.Collections;

namespace RingPerf.Benchmarks.Machine;

/// <summary>Environment variables that change what the runtime compiles or how it collects.</summary>
internal static class RuntimeSettings
{
    private static readonly string[] Prefixes =
        ["DOTNET_Tiered", "DOTNET_TC_", "DOTNET_Enable", "DOTNET_ReadyToRun", "DOTNET_PreferredVectorBitWidth", "DOTNET_gc"];

    internal static SortedDictionary<string, string> FromVariables()
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            string name = (string)variable.Key;
            if (Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
            {
                settings.Add(name, (string)variable.Value!);
            }
        }

        return settings;
    }
}

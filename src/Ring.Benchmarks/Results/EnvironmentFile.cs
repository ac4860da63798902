using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RingPerf.Benchmarks.Results;

/// <summary>Writes <c>environment.json</c>; its presence marks a folder as ours.</summary>
internal static class EnvironmentFile
{
    internal const string Name = "environment.json";

    internal const string Generator = "RingPerf.Ring.Benchmarks";

    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    internal static void Write(string folder, RunEnvironment environment) =>
        File.WriteAllText(Path.Combine(folder, Name), JsonSerializer.Serialize(environment, Format) + "\n");
}

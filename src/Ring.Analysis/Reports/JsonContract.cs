using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Reports.Page;
using RingPerf.Analysis.Statistics;

namespace RingPerf.Analysis.Reports;

/// <summary>The JSON documents that other programs read: camelCase, shares from 0 to 1, numbers that round-trip.</summary>
[JsonSerializable(typeof(BalanceAnalysis))]
[JsonSerializable(typeof(CollisionAnalysis))]
[JsonSerializable(typeof(ReplicaSweep))]
[JsonSerializable(typeof(MovementAnalysis))]
[JsonSerializable(typeof(IReadOnlyList<MovedRange>))]
[JsonSerializable(typeof(ReplicaAdvice))]
[JsonSerializable(typeof(ReplicaSimulation))]
[JsonSerializable(typeof(AlgorithmComparison))]
[JsonSerializable(typeof(VerifyResult))]
[JsonSerializable(typeof(RunDescription))]
[JsonSerializable(typeof(PageRing))]
[JsonSerializable(typeof(MachineResults))]
[JsonSerializable(typeof(BenchmarkComparison))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
internal sealed partial class JsonContract : JsonSerializerContext
{
    /// <summary>A document as text that ends with a line feed.</summary>
    internal static string Text<T>(T document)
    {
        // Names stay readable: no page embeds this text, so there is no markup to escape for.
        var options = new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        return JsonSerializer.Serialize(document, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T))) + "\n";
    }

    /// <summary>A document from its text; null where the text is none.</summary>
    internal static T? Read<T>(string text) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(text, (JsonTypeInfo<T>)Default.GetTypeInfo(typeof(T))!);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

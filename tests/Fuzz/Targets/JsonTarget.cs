using System.Text;
using System.Text.Json;
using RingPerf.Fuzz.Oracles;

namespace RingPerf.Fuzz.Targets;

/// <summary>Rings as JSON, as UTF-8 and as UTF-16: refused with a reason, or built, written and read again as the same ring.</summary>
internal sealed class JsonTarget : IFuzzTarget
{
    // The author of a text decides how many points it has; a larger ring than this is another one's concern.
    private const double MostPoints = 20_000;

    public string Name => "json";

    public IReadOnlyList<string> Tokens { get; } =
    [
        "\"format\":\"ringperf-ring\"", "\"version\":1", "\"options\":{", "\"nodes\":[", "\"name\":\"", "\"weight\":", "\"precedence\":[",
        "\"checksum\":\"", "\\ud800", "\\udc00\\ud800", "\"profile\":\"tooz\"", "\"profile\":\"ketama\"", "1e309", "1e-320", "-0", "null", "[[[[", "canonical", "python-bytes",
    ];

    public void Run(ReadOnlySpan<byte> input)
    {
        CheckRead(Encoding.UTF8.GetString(input));
        CheckRead(ScalarText.FromBytes(input));
    }

    private static void CheckRead(string text)
    {
        HashRing? ring = null;
        if (IsLarge(text) || !Check.Accepts<InvalidDataException>(() => ring = HashRing.FromJson(text)))
        {
            return;
        }

        string written = ring!.ToJson();
        HashRing again = HashRing.FromJson(written);
        Check.Equal(ring.Checksum, again.Checksum, "checksum of the ring that was written and read");
        Check.Equal(written, again.ToJson(), "JSON of the ring that was written and read");
        Check.Equal(ring.Options, again.Options, "options of the ring that was written and read");
        Check.That(ring.Nodes.SequenceEqual(again.Nodes), "nodes of the ring that was written and read");
    }

    private static bool IsLarge(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("options", out JsonElement options) && options.ValueKind == JsonValueKind.Object
                && options.TryGetProperty("replicas", out JsonElement replicas) && replicas.ValueKind == JsonValueKind.Number
                && root.TryGetProperty("nodes", out JsonElement nodes) && nodes.ValueKind == JsonValueKind.Array
                && Math.Abs(replicas.GetDouble()) * nodes.EnumerateArray().Sum(Weight) is var points && points is > MostPoints and <= int.MaxValue;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static double Weight(JsonElement node) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty("weight", out JsonElement weight) && weight.ValueKind == JsonValueKind.Number
            ? Math.Max(1, weight.GetDouble())
            : 1;
}

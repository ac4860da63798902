using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RingPerf.State;

/// <summary>A ring as JSON for people: what it was built from, not its points.</summary>
internal static class JsonState
{
    internal const string Format = "ringperf-ring";
    internal const int Version = 1;

    // Names in any script stay readable; the text is a document of its own, never part of a page.
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Write(RingState ring, ulong checksum)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteNumber("version", Version);
            WriteOptions(json, ring.Options);
            WriteNodes(json, ring);
            WritePrecedence(json, ring);
            json.WriteString("checksum", FormattableString.Invariant($"{checksum:x16}"));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <exception cref="InvalidDataException">The text is wrong, or its checksum is not the ring's.</exception>
    internal static HashRing Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return new JsonStateReader(document.RootElement).Read();
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // A lone surrogate, as it is or escaped, is an argument or an operation that is wrong to the parser.
            throw new InvalidDataException($"The JSON of a ring is wrong: {e.Message}", e);
        }
    }

    private static void WriteOptions(Utf8JsonWriter json, HashRingOptions options)
    {
        json.WriteStartObject("options");
        json.WriteString("profile", OptionNames.NameOf(OptionNames.Profiles, options.Profile));
        json.WriteNumber("replicas", options.Replicas);
        json.WriteString("labels", OptionNames.NameOf(OptionNames.Labels, options.Labels));
        json.WriteString("hash", OptionNames.NameOf(OptionNames.Hashes, options.Hash));
        json.WriteString("search", OptionNames.NameOf(OptionNames.Searches, options.Search));
        json.WriteString("collisions", OptionNames.NameOf(OptionNames.Collisions, options.Collisions));
        json.WriteEndObject();
    }

    private static void WriteNodes(Utf8JsonWriter json, RingState ring)
    {
        json.WriteStartArray("nodes");
        for (int node = 0; node < ring.Order.Names.Length; node++)
        {
            json.WriteStartObject();
            json.WriteString("name", ring.Order.Names[node]);
            if (ring.Weights[node] != 1)
            {
                json.WriteNumber("weight", ring.Weights[node]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Who wins a shared position, where it is not the node that stands further down.
    private static void WritePrecedence(Utf8JsonWriter json, RingState ring)
    {
        int[] ranks = ring.Order.Ranks;
        bool isOrder = ranks.AsSpan().SequenceEqual(Enumerable.Range(0, ranks.Length).ToArray());
        if (ring.Options.Collisions == CollisionRule.Canonical || isOrder)
        {
            return;
        }

        string[] names = [.. ring.Order.Names];
        Array.Sort([.. ranks], names);
        json.WriteStartArray("precedence");
        foreach (string name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }
}

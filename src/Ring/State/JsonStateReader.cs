using System.Globalization;
using System.Text.Json;
using RingPerf.Placement;

namespace RingPerf.State;

/// <summary>Reads what <see cref="JsonState"/> writes; every field is checked.</summary>
internal readonly struct JsonStateReader(JsonElement root)
{
    /// <exception cref="InvalidDataException">A field is wrong, or the checksum is not the ring's.</exception>
    internal HashRing Read()
    {
        Expect(root, "JSON text", JsonValueKind.Object, "an object");
        if (ReadString(root, "format") is var format && format != JsonState.Format)
        {
            StateError.Throw("format", Throw.Quote(format), $"\"{JsonState.Format}\"");
        }

        int version = ReadInt32(root, "version");
        if (version != JsonState.Version)
        {
            StateError.Throw("version", version, $"{JsonState.Version}");
        }

        HashRingOptions options = ReadOptions(Field(root, "options", JsonValueKind.Object, "an object"));
        List<RingNode> nodes = ReadNodes(Field(root, "nodes", JsonValueKind.Array, "an array"), options.Profile);
        AppendPrecedence(nodes, options.Collisions);
        HashRing ring = new(nodes, options);
        CheckChecksum(ring);
        return ring;
    }

    private static HashRingOptions ReadOptions(JsonElement options) => new()
    {
        Profile = options.TryGetProperty("profile", out _)
            ? OptionNames.ValueOf(OptionNames.Profiles, "profile", ReadString(options, "profile"))
            : RingProfile.Aodh,
        Replicas = ReadInt32(options, "replicas"),
        Labels = OptionNames.ValueOf(OptionNames.Labels, "labels", ReadString(options, "labels")),
        Hash = OptionNames.ValueOf(OptionNames.Hashes, "hash", ReadString(options, "hash")),
        Search = OptionNames.ValueOf(OptionNames.Searches, "search", ReadString(options, "search")),
        Collisions = OptionNames.ValueOf(OptionNames.Collisions, "collisions", ReadString(options, "collisions")),
    };

    private static List<RingNode> ReadNodes(JsonElement array, RingProfile profile)
    {
        var nodes = new List<RingNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonElement element in array.EnumerateArray())
        {
            int node = nodes.Count;
            Expect(element, $"nodes[{node}]", JsonValueKind.Object, "an object");
            string name = ReadString(element, "name", $"nodes[{node}].");
            if (!seen.Add(name))
            {
                StateError.Throw($"nodes[{node}].name", Throw.Quote(name), "unlike those before it");
            }

            double weight = 1;
            if (element.TryGetProperty("weight", out JsonElement given))
            {
                Expect(given, $"nodes[{node}].weight", JsonValueKind.Number, "a number");
                weight = given.GetDouble();
                if (!NodeWeights.IsAllowed(weight, profile))
                {
                    StateError.Throw($"nodes[{node}].weight", given.GetRawText(), NodeWeights.Allowed(profile));
                }
            }

            nodes.Add(new RingNode(name, weight));
        }

        return nodes;
    }

    // A name's last place decides: every name once more, the weakest first.
    private void AppendPrecedence(List<RingNode> nodes, CollisionRule rule)
    {
        if (!root.TryGetProperty("precedence", out JsonElement precedence))
        {
            return;
        }

        if (rule == CollisionRule.Canonical)
        {
            StateError.Throw("precedence", "present", "absent where collisions is \"canonical\"");
        }

        Expect(precedence, "precedence", JsonValueKind.Array, "an array");
        var absent = nodes.ToDictionary(node => node.Name, StringComparer.Ordinal);
        int place = 0;
        foreach (JsonElement element in precedence.EnumerateArray())
        {
            Expect(element, $"precedence[{place}]", JsonValueKind.String, "a string");
            string name = element.GetString()!;
            if (!absent.Remove(name, out RingNode node))
            {
                StateError.Throw($"precedence[{place}]", Throw.Quote(name), "a node that is not before it");
            }

            nodes.Add(node);
            place++;
        }

        if (absent.Count > 0)
        {
            StateError.Throw("length of precedence", place, $"{place + absent.Count}, one for each node");
        }
    }

    private void CheckChecksum(HashRing ring)
    {
        if (!root.TryGetProperty("checksum", out JsonElement given))
        {
            return;
        }

        Expect(given, "checksum", JsonValueKind.String, "a string");
        string text = given.GetString()!;
        if (text.Length != 16 || !ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong checksum))
        {
            throw StateError.Of("checksum", Throw.Quote(text), "16 hexadecimal digits");
        }

        if (checksum != ring.Checksum)
        {
            StateError.Throw("checksum", text, FormattableString.Invariant($"{ring.Checksum:x16}, that of the ring the rest describes"));
        }
    }

    private static string ReadString(JsonElement parent, string name, string at = "") =>
        Field(parent, name, JsonValueKind.String, "a string", at).GetString()!;

    private static int ReadInt32(JsonElement parent, string name)
    {
        JsonElement field = Field(parent, name, JsonValueKind.Number, "a number");
        return field.TryGetInt32(out int value)
            ? value
            : throw StateError.Of(name, field.GetRawText(), $"a whole number of at most {int.MaxValue}");
    }

    private static JsonElement Field(JsonElement parent, string name, JsonValueKind kind, string allowed, string at = "")
    {
        if (!parent.TryGetProperty(name, out JsonElement field))
        {
            throw StateError.Of(at + name, "missing", allowed);
        }

        Expect(field, at + name, kind, allowed);
        return field;
    }

    private static void Expect(JsonElement element, string name, JsonValueKind kind, string allowed)
    {
        if (element.ValueKind != kind)
        {
            StateError.Throw(name, element.ValueKind, allowed);
        }
    }
}

using System.Text.Json;

namespace RingPerf.Fleet.Answers;

/// <summary>Keys and the member that owns each, in the order asked.</summary>
internal sealed class OwnerAnswer(IReadOnlyList<(string Key, string Member)> owners) : IAnswer
{
    public void WriteTable(IFleetOutput output) =>
        output.WriteTable(["key", "member"], owners.Select(owner => (string[])[owner.Key, owner.Member]), []);

    public void WriteCsv(IFleetOutput output) =>
        output.WriteCsv(["key", "member"], owners.Select(owner => (object?[])[owner.Key, owner.Member]));

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach ((string key, string member) in owners)
        {
            json.WriteStartObject();
            json.WriteString("key", key);
            json.WriteString("member", member);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

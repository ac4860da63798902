using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using RingPerf.Coordination;

namespace RingPerf.Fleet.Answers;

/// <summary>The members, and what each says of itself.</summary>
internal sealed class MembersAnswer(string group, IReadOnlyList<GroupMember> members) : IAnswer
{
    public void WriteTable(IFleetOutput output) => output.WriteTable(
        ["member", "capabilities"],
        members.Select(member => (string[])[member.Id.ToString(), TextOf(member.Capabilities) ?? EncodedOf(member.Capabilities) ?? ""]),
        [Wording.Count(members.Count, "member")]);

    public void WriteCsv(IFleetOutput output) => output.WriteCsv(
        ["member", "capabilities", "encoded"],
        members.Select(member => (object?[])[member.Id, TextOf(member.Capabilities), EncodedOf(member.Capabilities)]));

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("group", group);
        json.WriteStartArray("members");
        foreach (GroupMember member in members)
        {
            json.WriteStartObject();
            json.WriteString("member", member.Id.ToString());
            json.WriteString("capabilities", TextOf(member.Capabilities));
            json.WriteString("encoded", EncodedOf(member.Capabilities));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // A value of another kind than a byte string is shown as it is stored: what it means is known to the fleet alone.
    private static string? TextOf(MemberCapabilities capabilities) =>
        !capabilities.IsNone && capabilities.TryGetBytes(out ReadOnlyMemory<byte> bytes) && Utf8.IsValid(bytes.Span)
            ? Encoding.UTF8.GetString(bytes.Span)
            : null;

    private static string? EncodedOf(MemberCapabilities capabilities) =>
        capabilities.IsNone ? null : $"0x{Convert.ToHexStringLower(capabilities.Encoded.Span)}";
}

using System.Buffers;
using System.Globalization;
using System.Text.Json;
using RingPerf.Coordination;

namespace RingPerf.Samples.PartitionedWorker;

/// <summary>Writes one line of JSON for each poll of each agent, and flushes it.</summary>
internal sealed class PollWriter(Stream output, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _line = new();

    internal void Write(MemberId id, PartitionShare<string> share)
    {
        lock (_gate)
        {
            _line.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(_line))
            {
                json.WriteStartObject();
                json.WriteString("at", time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
                json.WriteString("id", id.ToString());
                json.WriteString("state", Name(share.State));
                WriteArray(json, "members", share.Members.Select(member => member.ToString()));
                WriteArray(json, "mine", share.Items);
                json.WriteEndObject();
            }

            _line.Write("\n"u8);
            output.Write(_line.WrittenSpan);
            output.Flush();
        }
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static string Name(PartitionState state) => state switch
    {
        PartitionState.Inactive => "inactive",
        PartitionState.Member => "member",
        PartitionState.Rejoining => "rejoining",
        _ => "backend-lost",
    };
}

using System.Text.Json;

namespace RingPerf.Fleet.Answers;

/// <summary>What a command found, in each form.</summary>
internal interface IAnswer
{
    void WriteTable(IFleetOutput output);

    void WriteCsv(IFleetOutput output);

    void WriteJson(Utf8JsonWriter json);
}

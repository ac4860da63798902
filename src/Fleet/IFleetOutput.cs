using System.Text.Json;

namespace RingPerf.Fleet;

/// <summary>Where an answer goes, in the forms that the tool has. One of the methods is called, once a command.</summary>
public interface IFleetOutput
{
    /// <summary>Writes a table for people. Names come from the back end, so what would move a cursor must not reach a terminal.</summary>
    /// <param name="headings">The columns; one that starts with a space is set to the right.</param>
    /// <param name="rows">The cells, a row each.</param>
    /// <param name="lines">Lines below the table.</param>
    void WriteTable(string[] headings, IEnumerable<string[]> rows, IEnumerable<string> lines);

    /// <summary>Writes comma-separated values.</summary>
    /// <param name="header">The columns.</param>
    /// <param name="rows">The fields, a row each; numbers in round-trip form, null as an empty field.</param>
    void WriteCsv(string[] header, IEnumerable<object?[]> rows);

    /// <summary>Writes one JSON document.</summary>
    /// <param name="write">Writes its only value.</param>
    void WriteJson(Action<Utf8JsonWriter> write);
}

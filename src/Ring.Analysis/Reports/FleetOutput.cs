using System.Text.Encodings.Web;
using System.Text.Json;
using RingPerf.Analysis.Inputs;
using RingPerf.Fleet;

namespace RingPerf.Analysis.Reports;

/// <summary>Answers about a fleet, in the tool's own tables, JSON and CSV.</summary>
internal sealed class FleetOutput(ToolStreams streams) : IFleetOutput
{
    public void WriteTable(string[] headings, IEnumerable<string[]> rows, IEnumerable<string> lines)
    {
        using StreamWriter output = streams.OpenText();
        var table = new ConsoleTable(output, streams.Width);
        table.Write(headings, rows);
        foreach (string line in lines)
        {
            table.Line(PrintableText.Of(line));
        }
    }

    public void WriteCsv(string[] header, IEnumerable<object?[]> rows)
    {
        var csv = new CsvText(header);
        foreach (object?[] row in rows)
        {
            csv.Row(row);
        }

        using StreamWriter output = streams.OpenText();
        output.Write(csv);
    }

    public void WriteJson(Action<Utf8JsonWriter> write)
    {
        var form = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };
        using (var json = new Utf8JsonWriter(streams.Output, form))
        {
            write(json);
        }

        streams.Output.Write("\n"u8);
    }
}

using System.Globalization;
using System.Text;

namespace RingPerf.Analysis.Reports;

/// <summary>Rows to comma-separated values (RFC 4180, but with LF): a field with a comma, quote or line break is quoted.</summary>
internal sealed class CsvText
{
    private readonly StringBuilder _text = new();

    internal CsvText(params ReadOnlySpan<string> header)
    {
        foreach (string column in header)
        {
            Append(column);
        }

        EndRow();
    }

    /// <summary>Appends a row; numbers in round-trip form, null as an empty field.</summary>
    internal void Row(params ReadOnlySpan<object?> fields)
    {
        foreach (object? field in fields)
        {
            Append(Convert.ToString(field, CultureInfo.InvariantCulture) ?? "");
        }

        EndRow();
    }

    public override string ToString() => _text.ToString();

    /// <summary>A field as it stands in a row.</summary>
    internal static string Field(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private void Append(string field) => _text.Append(Field(field)).Append(',');

    private void EndRow() => _text.Replace(',', '\n', _text.Length - 1, 1);
}

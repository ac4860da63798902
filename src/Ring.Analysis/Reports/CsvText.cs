using System.Globalization;

namespace RingPerf.Analysis.Reports;

/// <summary>Rows to comma-separated values (RFC 4180, but with LF): a field with a comma, quote or line break is quoted.</summary>
internal sealed class CsvText
{
    private readonly TextWriter _writer;

    /// <summary>Rows that are kept as text.</summary>
    internal CsvText(params ReadOnlySpan<string> header)
        : this(new StringWriter(CultureInfo.InvariantCulture), header)
    {
    }

    /// <summary>Rows that go to <paramref name="writer"/> one by one, for more than a string holds.</summary>
    internal CsvText(TextWriter writer, params ReadOnlySpan<string> header)
    {
        _writer = writer;
        for (int i = 0; i < header.Length; i++)
        {
            Append(header[i], isFirst: i == 0);
        }

        EndRow();
    }

    /// <summary>Appends a row; numbers in round-trip form, null as an empty field.</summary>
    internal void Row(params ReadOnlySpan<object?> fields)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            Append(Convert.ToString(fields[i], CultureInfo.InvariantCulture) ?? "", isFirst: i == 0);
        }

        EndRow();
    }

    /// <summary>The rows so far, where they are kept.</summary>
    public override string ToString() => _writer.ToString()!;

    /// <summary>A field as it stands in a row.</summary>
    internal static string Field(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private void Append(string field, bool isFirst)
    {
        if (!isFirst)
        {
            _writer.Write(',');
        }

        _writer.Write(Field(field));
    }

    private void EndRow() => _writer.Write('\n');
}

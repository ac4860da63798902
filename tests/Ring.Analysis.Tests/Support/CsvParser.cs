namespace RingPerf.Analysis.Tests.Support;

/// <summary>RFC 4180 text to fields, strict about quotes; a record ends with LF or CRLF.</summary>
internal static class CsvParser
{
    internal static List<string[]> Parse(string text)
    {
        var records = new List<string[]>();
        var fields = new List<string>();
        int at = 0;
        while (at < text.Length)
        {
            fields.Add(text[at] == '"' ? Quoted(text, ref at) : Bare(text, ref at));
            if (at < text.Length && text[at] == ',')
            {
                at++;
                if (at == text.Length || text[at] == '\n')
                {
                    fields.Add("");
                }
                else
                {
                    continue;
                }
            }

            at += at < text.Length && text[at] == '\r' ? 1 : 0;
            Assert.True(at < text.Length && text[at] == '\n', $"record {records.Count} does not end at {at}");
            at++;
            records.Add([.. fields]);
            fields.Clear();
        }

        Assert.Empty(fields);
        return records;
    }

    private static string Bare(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && text[at] is not (',' or '\n' or '\r'))
        {
            Assert.NotEqual('"', text[at]);
            at++;
        }

        return text[start..at];
    }

    private static string Quoted(string text, ref int at)
    {
        var field = new StringBuilder();
        for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
        {
            field.Append(text[at]);
            at += text[at] == '"' ? 1 : 0;
        }

        at++;
        return field.ToString();
    }
}

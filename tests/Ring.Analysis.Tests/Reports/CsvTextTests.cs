using RingPerf.Analysis.Reports;

namespace RingPerf.Analysis.Tests.Reports;

public sealed class CsvTextTests
{
    [Fact]
    public void Row_ToAWriter_IsThereAtOnce()
    {
        using var writer = new StringWriter();
        var csv = new CsvText(writer, "a", "b");
        Assert.Equal("a,b\n", writer.ToString());

        csv.Row(1, "x,y");

        Assert.Equal("a,b\n1,\"x,y\"\n", writer.ToString());
    }

    [Fact]
    public void Row_Fields_AreQuotedWhereTheyMustBe()
    {
        var csv = new CsvText("a", "b,c");
        csv.Row("plain", "with \"quotes\"");
        csv.Row("line\nfeed", "carriage\rreturn");
        csv.Row(null, 0.1);
        csv.Row(" space ", 1e-20);

        Assert.Equal(
            "a,\"b,c\"\nplain,\"with \"\"quotes\"\"\"\n\"line\nfeed\",\"carriage\rreturn\"\n,0.1\n space ,1E-20\n", csv.ToString());
        Assert.Equal([["a", "b,c"], ["plain", "with \"quotes\""], ["line\nfeed", "carriage\rreturn"], ["", "0.1"], [" space ", "1E-20"]], CsvParser.Parse(csv.ToString()));
    }
}

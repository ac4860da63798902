using RingPerf.Analysis.Inputs;
using Spectre.Console;

namespace RingPerf.Analysis.Reports;

/// <summary>Tables and lines for a terminal: no colour codes where the output is redirected, 80 columns there.</summary>
internal sealed class ConsoleTable(TextWriter output, int width)
{
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.No,
        ColorSystem = ColorSystemSupport.NoColors,
        Out = new SizedOutput(output, width),
    });

    /// <summary>Writes a table; columns whose heading starts with a space are set to the right.</summary>
    internal void Write(string[] headings, IEnumerable<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (string heading in headings)
        {
            bool right = heading.StartsWith(' ');
            var column = new TableColumn(new Text(heading.TrimStart()));
            table.AddColumn(right ? column.RightAligned() : column);
        }

        foreach (string[] row in rows)
        {
            table.AddRow(row.Select(cell => new Text(PrintableText.Of(cell))));
        }

        _console.Write(table);
    }

    /// <summary>Writes a line of text.</summary>
    internal void Line(string text) => _console.Write(new Text(text + "\n"));

    private sealed class SizedOutput(TextWriter writer, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => false;

        public int Width => width;

        public int Height => 24;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }
}

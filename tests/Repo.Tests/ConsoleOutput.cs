namespace RingPerf.Repo.Tests;

/// <summary>Tests that read what is written to the console, which go one at a time.</summary>
[CollectionDefinition(Name)]
public sealed class ConsoleOutput
{
    public const string Name = "console output";

    /// <summary>What an example writes, with line feeds.</summary>
    internal static string Of(Action example)
    {
        using var output = new StringWriter();
        TextWriter console = Console.Out;
        Console.SetOut(output);
        try
        {
            example();
        }
        finally
        {
            Console.SetOut(console);
        }

        return output.ToString().ReplaceLineEndings("\n");
    }
}

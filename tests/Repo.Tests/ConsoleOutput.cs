namespace RingPerf.Repo.Tests;

/// <summary>Tests that read what is written to the console, which go one at a time.</summary>
[CollectionDefinition(Name)]
public sealed class ConsoleOutput
{
    public const string Name = "console output";
}

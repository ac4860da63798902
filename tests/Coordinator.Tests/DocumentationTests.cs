using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;

namespace RingPerf.Coordination.Tests;

public sealed partial class DocumentationTests
{
    [Fact]
    public void Differences_TestsNamed_Exist()
    {
        string[] rows = [.. Read("docs/coordinator.md").Split('\n')
            .SkipWhile(line => line != "| case | aodh | here | tests |").Skip(2).TakeWhile(line => line.StartsWith('|'))];
        HashSet<string> tests =
            [.. typeof(DocumentationTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Select(method => method.Name)];

        Assert.NotEmpty(rows);
        foreach (string row in rows)
        {
            string[] named = [.. TestName().Matches(row.Split('|')[^2]).Select(match => match.Groups[1].Value)];
            Assert.NotEmpty(named);
            Assert.All(named, name => Assert.Contains(name, tests));
        }
    }

    [Fact]
    public async Task Instruments_Published_AreThoseOfTheDocs()
    {
        // Coordinators of other tests publish at the same time.
        var published = new ConcurrentDictionary<string, bool>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == CoordinationTelemetry.MeterName)
                {
                    published.TryAdd(instrument.Name, true);
                }
            },
        };
        listener.Start();
        await using var coordinator = new PartitionCoordinator(new PartitionCoordinatorOptions(), new CoordinationDriverRegistry());
        string[] told = [.. Read("docs/coordinator.md").Split('\n')
            .Where(line => line.StartsWith("| `coordinator.", StringComparison.Ordinal)).Select(line => line.Split('`')[1])];

        Assert.Equal(told.Order(StringComparer.Ordinal), published.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Options_InTheDocs_AreThoseThatExist()
    {
        string[] told = [.. Read("docs/coordinator.md").Split('\n')
            .SkipWhile(line => line != "| option | default | meaning |").Skip(2).TakeWhile(line => line.StartsWith('|'))
            .SelectMany(line => TestName().Matches(line.Split('|')[1])).Select(match => match.Groups[1].Value)];

        Assert.Equal(
            typeof(PartitionCoordinatorOptions).GetProperties().Select(option => option.Name).Order(StringComparer.Ordinal),
            told.Order(StringComparer.Ordinal));
    }

    /// <summary>A file of the repository.</summary>
    internal static string Read(string path) => File.ReadAllText(Path.Combine(Root(), path));

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "RingPerf.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }

    [GeneratedRegex("`([A-Za-z0-9_]+)`")]
    private static partial Regex TestName();
}

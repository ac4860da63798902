using System.Text.RegularExpressions;

namespace RingPerf.Coordination.Tests;

public sealed partial class DocumentationTests
{
    [Fact]
    public void Differences_TestsNamed_Exist()
    {
        string[] rows = [.. File.ReadAllLines(Path.Combine(Root(), "docs", "coordinator.md"))
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

using RingPerf.Repo.Tests;

namespace RingPerf.Analysis.Tests.Guides;

/// <summary>The commands of the guides, run as they stand there; blocks of <c>sh</c> are left to people, since they take minutes.</summary>
public sealed class GuideCommandTests
{
    private const string Run = "bash";
    private const string Printed = "text";

    [UnixFact]
    public void OwnKeys_Commands_Work() => AssertWorks("own-keys.md");

    [UnixFact]
    public void ChooseReplicas_Commands_Work() => AssertWorks("choose-replicas.md");

    [UnixFact]
    public void ChangeMembers_Commands_Work() => AssertWorks("change-members.md");

    [UnixFact]
    public void Benchmarks_Commands_Work() => AssertWorks("benchmarks.md");

    [Fact]
    public void Guides_WithCommands_AreAllRun()
    {
        string source = File.ReadAllText(Path.Combine(Repository.Root, "tests/Ring.Analysis.Tests/Guides/GuideCommandTests.cs"));
        string[] guides = [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs/guides")).Where(guide => Blocks(guide).Any(block => block.Language == Run))];

        Assert.NotEmpty(guides);
        Assert.All(guides, guide => Assert.Contains($"AssertWorks(\"{Path.GetFileName(guide)}\")", source, StringComparison.Ordinal));
    }

    /// <summary>Runs the blocks in one folder, one after the other; a block of text behind one is what it prints.</summary>
    private static void AssertWorks(string guide)
    {
        using var folder = new TestFolder();
        (string Language, string Text)[] blocks = Blocks(Path.Combine(Repository.Root, "docs/guides", guide));
        Assert.Contains(blocks, block => block.Language == Run);
        ToolRun? last = null;
        foreach ((string language, string text) in blocks)
        {
            if (language == Run)
            {
                last = ToolProcess.Bash(folder.Path, $"set -e; {text}", ("RINGPERF", Repository.Root)).Succeeded();
            }
            else if (language == Printed)
            {
                Assert.Equal(text, last!.Text);
            }
        }
    }

    private static (string Language, string Text)[] Blocks(string path)
    {
        string[] parts = $"\n{File.ReadAllText(path)}".Split("\n```");
        return [.. parts.Where((_, place) => place % 2 == 1).Select(part => (part.Split('\n')[0], part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..] + "\n"))];
    }
}

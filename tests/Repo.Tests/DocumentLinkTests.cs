using System.Text.RegularExpressions;

namespace RingPerf.Repo.Tests;

/// <summary>Links between documents lead somewhere, and the index names every page.</summary>
public sealed partial class DocumentLinkTests
{
    private const string Index = "docs/README.md";

    public static TheoryData<string> Documents => [.. Pages().Append("README.md").Append("CONTRIBUTING.md")];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_Links_LeadSomewhere(string document)
    {
        foreach ((string path, string heading) in Links(document))
        {
            Assert.True(Path.Exists(path), $"{document} links {path}");
            if (heading.Length > 0)
            {
                Assert.True(Anchors(path).Contains(heading), $"{document} links {path}#{heading}");
            }
        }
    }

    [Fact]
    public void Index_EveryPage_IsNamed()
    {
        var linked = Links(Index).Select(link => link.Path).ToHashSet();

        Assert.All(Pages().Where(page => page != Index), page => Assert.True(linked.Contains(Absolute(page)), page));
    }

    private static IEnumerable<string> Pages() => Directory
        .GetFiles(Absolute("docs"), "*.md", SearchOption.AllDirectories)
        .Select(page => Path.GetRelativePath(Repository.Root, page).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static string Absolute(string path) => Path.GetFullPath(Path.Combine(Repository.Root, path));

    private static IEnumerable<(string Path, string Heading)> Links(string document)
    {
        string file = Absolute(document);
        foreach (Match link in Link().Matches(Repository.Read(document)))
        {
            string[] parts = link.Groups["target"].Value.Split('#');
            string path = parts[0].Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, parts[0]));
            yield return (path, parts.ElementAtOrDefault(1) ?? "");
        }
    }

    // As GitHub makes them: lower case, spaces to hyphens, without marks.
    private static HashSet<string> Anchors(string path) => [.. File.ReadAllLines(path)
        .Where(line => line.StartsWith('#'))
        .Select(line => Mark().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"\]\((?!https?:)(?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Mark();
}

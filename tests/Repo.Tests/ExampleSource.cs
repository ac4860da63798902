namespace RingPerf.Repo.Tests;

/// <summary>Code between marks of a source file, as a document prints it.</summary>
internal static class ExampleSource
{
    private const string Language = "csharp";
    private const string Using = "using ";

    /// <summary>The one example between <c>// README begins</c> and <c>// README ends</c>.</summary>
    internal static string Of(string file) => Assert.Single(Of(file, "README"));

    /// <summary>The examples between <c>// MARK begins</c> and <c>// MARK ends</c>, in order, without the indent of their marks.</summary>
    internal static string[] Of(string file, string mark)
    {
        var examples = new List<string>();
        List<string>? lines = null;
        int indent = 0;
        foreach (string line in Repository.Read(file).Split('\n'))
        {
            if (line.TrimStart() == $"// {mark} begins")
            {
                Assert.Null(lines);
                lines = [];
                indent = line.Length - line.TrimStart().Length;
            }
            else if (line.TrimStart() == $"// {mark} ends")
            {
                Assert.NotNull(lines);
                examples.Add(string.Join('\n', lines).TrimEnd());
                lines = null;
            }
            else
            {
                lines?.Add(line.Length > indent ? line[indent..] : "");
            }
        }

        Assert.Null(lines);
        return [.. examples];
    }

    /// <summary>Asserts that a document's C# is the source's examples, all of them and nothing else; usings at a block's head must be the source's too.</summary>
    internal static void AssertPrintedIn(string document, string file)
    {
        string[] blocks = DocumentBlock.All(document).Where(block => block.Language == Language).Select(block => block.Text).ToArray();
        string source = Repository.Read(file);
        string[] usings = [.. blocks.SelectMany(block => block.Split('\n')).Where(line => line.StartsWith(Using, StringComparison.Ordinal))];

        Assert.NotEmpty(blocks);
        Assert.Equal(Of(file, Path.GetFileName(document)), blocks.Select(WithoutUsings));

        // The namespace of the tests opens RingPerf by itself.
        Assert.All(usings.Where(line => line != "using RingPerf;"), line => Assert.Contains(line + "\n", source, StringComparison.Ordinal));
    }

    private static string WithoutUsings(string block) =>
        string.Join('\n', block.Split('\n').SkipWhile(line => line.Length == 0 || line.StartsWith(Using, StringComparison.Ordinal)));
}

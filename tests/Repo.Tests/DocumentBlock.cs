namespace RingPerf.Repo.Tests;

/// <summary>A fenced block of a document: its language and its lines.</summary>
internal sealed record DocumentBlock(string Language, string Text)
{
    private const string Fence = "```";

    /// <summary>All blocks of a document, in order.</summary>
    internal static IEnumerable<DocumentBlock> All(string document)
    {
        string? language = null;
        var lines = new List<string>();
        foreach (string line in Repository.Read(document).Split('\n'))
        {
            if (!line.StartsWith(Fence, StringComparison.Ordinal))
            {
                lines.Add(line);
            }
            else if (language is null)
            {
                language = line[Fence.Length..];
                lines.Clear();
            }
            else
            {
                yield return new DocumentBlock(language, string.Join('\n', lines));
                language = null;
            }
        }

        Assert.Null(language);
    }
}

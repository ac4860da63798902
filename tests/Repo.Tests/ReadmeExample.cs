namespace RingPerf.Repo.Tests;

/// <summary>The README's example of embedding the ring, and what it prints.</summary>
internal static class ReadmeExample
{
    internal const string Output = "node-b\n1 0 1\nTrue\n400\n2.5\nTrue\ncache-3\n";

    private const string Begin = "```csharp\nusing RingPerf;\n";
    private const string End = "```";

    /// <summary>The whole program, its using directive included.</summary>
    internal static string Program
    {
        get
        {
            string readme = Repository.Read("README.md");
            int begin = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.IndexOf('\n', StringComparison.Ordinal) + 1;
            return readme[begin..readme.IndexOf(End, begin, StringComparison.Ordinal)];
        }
    }
}

namespace RingPerf.Repo.Tests;

/// <summary>The code between two marks of a source file, as a document prints it.</summary>
internal static class ExampleSource
{
    private const string Begin = "        // README begins\n";
    private const string End = "        // README ends\n";
    private const int Indent = 8;

    internal static string Of(string file)
    {
        string source = Repository.Read(file);
        int begin = source.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        string[] lines = source[begin..source.IndexOf(End, begin, StringComparison.Ordinal)].TrimEnd().Split('\n');
        return string.Join('\n', lines.Select(line => line.Length > Indent ? line[Indent..] : ""));
    }
}

namespace RingPerf.Repo.Tests;

/// <summary>A part of a document that is written by a machine, between two marks.</summary>
internal static class GeneratedSection
{
    private const string Begin = "<!-- numbers: begin -->\n";
    private const string End = "<!-- numbers: end -->\n";

    // With this set to 1 the tests write the sections instead of failing.
    private const string UpdateSwitch = "RINGPERF_UPDATE_README";

    /// <summary>Asserts that the section holds the text, or writes it where that is asked for.</summary>
    internal static void Assert(string file, string text)
    {
        string document = Repository.Read(file);
        int begin = document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = document.IndexOf(End, begin, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable(UpdateSwitch) == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, file), document[..begin] + text + document[end..]);
            return;
        }

        Xunit.Assert.Equal(text, document[begin..end]);
    }
}

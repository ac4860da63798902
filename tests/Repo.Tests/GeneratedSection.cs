namespace RingPerf.Repo.Tests;

/// <summary>A part of a document that is written by a machine, between two marks.</summary>
internal static class GeneratedSection
{
    // With this set to 1 the tests write the sections instead of failing.
    private const string UpdateSwitch = "RINGPERF_UPDATE_README";

    /// <summary>Asserts that the section holds the text, or writes it where that is asked for.</summary>
    internal static void Assert(string file, string text, string name = "numbers")
    {
        string mark = $"<!-- {name}: begin -->\n";
        string document = Repository.Read(file);
        int begin = document.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        int end = document.IndexOf($"<!-- {name}: end -->\n", begin, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable(UpdateSwitch) == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, file), document[..begin] + text + document[end..]);
            return;
        }

        Xunit.Assert.Equal(text, document[begin..end]);
    }
}

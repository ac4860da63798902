namespace RingPerf.Mutation;

/// <summary>Where the tests are, and which of them to run.</summary>
/// <param name="Path">The assembly.</param>
/// <param name="Part">A part of the names of those to run; empty for all.</param>
internal sealed record TestSource(string Path, string Part)
{
    private const char Separator = '=';

    /// <summary>Reads <c>PATH</c> or <c>PATH=PART</c>.</summary>
    public static TestSource Read(string text)
    {
        string[] parts = text.Split(Separator, 2);
        return new TestSource(parts[0], parts.Length > 1 ? parts[1] : "");
    }

    public override string ToString() => Part.Length > 0 ? Path + Separator + Part : Path;
}

namespace RingPerf.Benchmarks.Results;

/// <summary>The command that was given, as others could give it.</summary>
internal static class CommandText
{
    private const string Start = "dotnet run -c Release --project src/Ring.Benchmarks --";

    /// <summary>The whole command; of absolute paths, which mean nothing elsewhere, only the last part.</summary>
    internal static string Shown(IEnumerable<string> args) => string.Join(' ', [Start, .. args.Select(Shown)]);

    private static string Shown(string argument)
    {
        int value = argument.StartsWith("--", StringComparison.Ordinal) ? argument.IndexOf('=', StringComparison.Ordinal) + 1 : 0;
        string shown = argument[..value] + WithoutFolders(argument[value..]);
        return shown.Length > 0 && shown.All(IsPlain) ? shown : $"'{shown.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }

    private static string WithoutFolders(string text) =>
        Path.IsPathRooted(text) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(text)) : text;

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || "-_./=:,+@".Contains(c, StringComparison.Ordinal);
}

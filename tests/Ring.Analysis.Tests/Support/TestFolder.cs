namespace RingPerf.Analysis.Tests.Support;

/// <summary>A fresh folder that goes away with the test.</summary>
internal sealed class TestFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("ringperf-test-").FullName;

    /// <summary>Names of what is in the folder.</summary>
    internal string[] Entries => [.. Directory.EnumerateFileSystemEntries(Path).Select(entry => System.IO.Path.GetFileName(entry)).Order(StringComparer.Ordinal)];

    internal string Of(string name) => System.IO.Path.Combine(Path, name);

    internal string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    internal string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Of(name), bytes);
        return Of(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

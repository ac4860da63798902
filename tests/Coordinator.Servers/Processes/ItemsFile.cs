using System.Globalization;

namespace RingPerf.Coordination.Servers.Processes;

/// <summary>A file of work items, <c>res-0</c> and on, one a line.</summary>
public sealed class ItemsFile : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ItemsFile(int count)
    {
        Items = [.. Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"res-{i}"))];
        File.WriteAllText(Path, string.Join('\n', Items) + "\n");
    }

    public IReadOnlyList<string> Items { get; }

    public string Path => _folder["items"];

    public static ItemsFile Create(int count) => new(count);

    public void Dispose() => _folder.Dispose();
}

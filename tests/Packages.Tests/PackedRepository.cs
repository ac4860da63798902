using System.Runtime.InteropServices;
using RingPerf.Coordination.Servers.Processes;
using RingPerf.Repo.Tests;

namespace RingPerf.Packages.Tests;

/// <summary>All packages of the Release build, packed once for all tests, under a version that nobody has cached.</summary>
public sealed class PackedRepository : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string CacheFolder => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    internal static string Runtime => RuntimeInformation.RuntimeIdentifier;

    internal string Version { get; } = $"0.1.0-test.{Guid.NewGuid():N}";

    internal string Packages => _folder["packages"];

    public Task InitializeAsync() => Command.RunAsync(
        Repository.Root,
        "bash",
        [
            "eng/pack.sh", Packages, "--no-build", $"-p:Version={Version}", $"-p:ToolPackageRuntimeIdentifiers={Runtime}",
            $"-p:NuspecOutputPath={_folder["specifications"]}/",
        ]);

    /// <summary>An empty folder outside the repository.</summary>
    internal string CreateFolder(string name) => Directory.CreateDirectory(_folder[name]).FullName;

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _folder.Dispose();
        foreach (string package in Directory.GetDirectories(CacheFolder, "ringperf.*"))
        {
            string cached = Path.Combine(package, Version);
            if (Directory.Exists(cached))
            {
                Directory.Delete(cached, recursive: true);
            }

            if (!Directory.EnumerateFileSystemEntries(package).Any())
            {
                Directory.Delete(package);
            }
        }
    }
}

using System.Runtime.InteropServices;
using System.Text.Json;

namespace RingPerf.Benchmarks.Results;

/// <summary>The output folder: written aside and renamed when it is whole, so that nobody reads a half-written one.</summary>
internal sealed class ResultFolder : IDisposable
{
    private const string Option = "--out";
    private const string FailedSuffix = "-failed";

    // Written by eng/bench-python.sh, which a run of ours does not repeat and must not lose.
    private const string Companions = "python-original.*";

    private readonly string _path;
    private readonly PosixSignalRegistration[] _signals;
    private bool _keepAside;

    private ResultFolder(string path, string aside)
    {
        _path = path;
        Aside = aside;

        // .NET 10 raises no ProcessExit on a signal, and a run is most often ended by one.
        _signals =
        [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }
                .Select(signal => PosixSignalRegistration.Create(signal, _ => DeleteAside())),
        ];
    }

    /// <summary>Where the results are put together.</summary>
    internal string Aside { get; }

    /// <summary>The folder at <paramref name="path"/>, checked; nothing is written yet.</summary>
    /// <exception cref="UsageException">The path cannot be used, or holds something that is not ours.</exception>
    internal static ResultFolder At(string path)
    {
        try
        {
            string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
            RefuseUnlessOurs(full, path);
            RefuseUnlessOurs(full + FailedSuffix, path + FailedSuffix);
            string parent = Path.GetDirectoryName(full)!;
            return new ResultFolder(full, Path.Combine(parent, $".{Path.GetFileName(full)}.{Environment.ProcessId}.partial"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Option} {path}: {e.Message}");
        }
    }

    /// <summary>Makes room beside the folder.</summary>
    /// <exception cref="UsageException">There is no room.</exception>
    internal void Open()
    {
        try
        {
            Directory.CreateDirectory(Aside);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Option} {_path}: {e.Message}");
        }
    }

    /// <summary>Puts the finished folder in its place; an earlier one is gone only then.</summary>
    /// <param name="failed">Whether something is missing: then the place is beside the folder, which stays as it was.</param>
    /// <returns>The place.</returns>
    /// <exception cref="UsageException">The place cannot be taken; the results then stay aside, and the message says where.</exception>
    internal string Publish(bool failed)
    {
        string place = failed ? _path + FailedSuffix : _path;
        string old = Aside + ".old";
        try
        {
            RefuseUnlessOurs(place, place);
            if (Directory.Exists(place))
            {
                foreach (string companion in Directory.EnumerateFiles(place, Companions))
                {
                    File.Copy(companion, Path.Combine(Aside, Path.GetFileName(companion)));
                }

                Directory.Move(place, old);
            }

            Directory.Move(Aside, place);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or UsageException)
        {
            _keepAside = true;
            if (Directory.Exists(old) && !Directory.Exists(place))
            {
                Directory.Move(old, place);
            }

            throw new UsageException($"{Option} {place}: cannot be replaced, the results are in {Aside}: {e.Message}");
        }

        if (Directory.Exists(old))
        {
            Directory.Delete(old, recursive: true);
        }

        return place;
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals)
        {
            signal.Dispose();
        }

        DeleteAside();
    }

    private static void RefuseUnlessOurs(string full, string given)
    {
        if (File.Exists(full))
        {
            throw new UsageException($"{Option} {given}: is a file");
        }

        if (IsOrHolds(full, Directory.GetCurrentDirectory()))
        {
            throw new UsageException($"{Option} {given}: is or holds the folder you are in; it would be replaced");
        }

        if (Directory.Exists(full) && !IsOurs(full)
            && Directory.EnumerateFileSystemEntries(full).Except(Directory.EnumerateFiles(full, Companions)).Any())
        {
            throw new UsageException($"{Option} {given}: not empty, and not from an earlier run");
        }
    }

    private static bool IsOrHolds(string folder, string other) =>
        Path.GetRelativePath(folder, other) is var relative
        && !relative.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(relative);

    private static bool IsOurs(string folder)
    {
        try
        {
            using FileStream file = File.OpenRead(Path.Combine(folder, EnvironmentFile.Name));
            using JsonDocument document = JsonDocument.Parse(file);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("generator", out JsonElement generator)
                && generator.ValueKind == JsonValueKind.String
                && generator.GetString() == EnvironmentFile.Generator;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return false;
        }
    }

    private void DeleteAside()
    {
        try
        {
            if (!_keepAside && Directory.Exists(Aside))
            {
                Directory.Delete(Aside, recursive: true);
            }
        }
        catch (IOException)
        {
            // On a signal BenchmarkDotNet may still write there; a leftover then is no reason to end otherwise.
        }
    }
}

namespace RingPerf.Analysis.Reports;

/// <summary>A folder of results that appears whole or not at all: written aside, then renamed into place.</summary>
/// <remarks>A folder that an earlier run wrote is replaced; any other that holds files is left alone and refused.</remarks>
internal sealed class OutputFolder : IDisposable
{
    /// <summary>The file that marks a folder as written by this tool.</summary>
    internal const string Marker = "ringperf.json";

    private readonly string _target;
    private readonly string _aside;
    private bool _done;

    private OutputFolder(string target, string aside)
    {
        _target = target;
        _aside = aside;
    }

    /// <summary>Checks that <paramref name="path"/> can be written before any work is done.</summary>
    /// <exception cref="BadInputException">The path is a file, a folder of somebody else's, or cannot be written.</exception>
    internal static OutputFolder Create(string path)
    {
        if (path.Length == 0)
        {
            throw new BadInputException("--out is empty; it must name a folder");
        }

        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(target))
        {
            throw new BadInputException($"--out: {path} is a file; it must be a folder");
        }

        if (Directory.Exists(target) && !File.Exists(Path.Combine(target, Marker)) && Directory.EnumerateFileSystemEntries(target).Any())
        {
            throw new BadInputException($"--out: {path} holds files that ringperf did not write; name a new or an empty folder");
        }

        string aside = $"{target}.{Path.GetRandomFileName()}";
        try
        {
            Directory.CreateDirectory(aside);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"--out: {path} cannot be written: {e.Message.Replace(aside, target, StringComparison.Ordinal)}");
        }

        return new OutputFolder(target, aside);
    }

    /// <summary>Adds a text file, UTF-8 without a byte order mark.</summary>
    internal void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    /// <summary>Adds a binary file.</summary>
    internal void Write(string name, byte[] bytes) => File.WriteAllBytes(PathOf(name), bytes);

    /// <summary>Adds a file to write to.</summary>
    internal FileStream Open(string name) => File.Create(PathOf(name));

    /// <summary>Puts the folder into place.</summary>
    internal void Complete()
    {
        string old = $"{_aside}.old";
        bool replaces = Directory.Exists(_target);
        if (replaces)
        {
            Directory.Move(_target, old);
        }

        Directory.Move(_aside, _target);
        _done = true;
        if (replaces)
        {
            Directory.Delete(old, recursive: true);
        }
    }

    public void Dispose()
    {
        if (!_done)
        {
            Directory.Delete(_aside, recursive: true);
        }
    }

    private string PathOf(string name)
    {
        string path = Path.Combine(_aside, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}

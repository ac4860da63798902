using System.Runtime.InteropServices;

namespace RingPerf.Analysis.Reports;

/// <summary>A folder of results that appears whole or not at all: written aside, then renamed into place.</summary>
/// <remarks>A folder that an earlier run wrote is replaced; any other that holds files is left alone and refused. A run that
/// fails, or that a signal ends, takes away what it wrote.</remarks>
internal sealed class OutputFolder : IDisposable
{
    /// <summary>The file that marks a folder as written by this tool.</summary>
    internal const string Marker = "ringperf.json";

    private static readonly PosixSignal[] Endings = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    private readonly Lock _gate = new();
    private readonly string _target;
    private readonly string _aside;
    private readonly string[] _madeParents;
    private readonly PosixSignalRegistration[] _registrations;
    private bool _done;

    private OutputFolder(string target, string aside, string[] madeParents)
    {
        _target = target;
        _aside = aside;
        _madeParents = madeParents;
        _registrations = Array.ConvertAll(Endings, ending => PosixSignalRegistration.Create(ending, _ => CallOff()));
    }

    /// <summary>Checks that <paramref name="path"/> can be written before any work is done.</summary>
    /// <exception cref="BadInputException">The path is a file, the current folder or one above it, a folder of somebody else's, or cannot be written.</exception>
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

        if (IsOrHolds(target, Directory.GetCurrentDirectory()))
        {
            throw new BadInputException($"--out: {path} is or holds the folder you are in, which would be replaced; name a folder elsewhere");
        }

        string aside = $"{target}.{Path.GetRandomFileName()}";
        string[] madeParents = [.. MissingParents(target)];
        try
        {
            if (Directory.Exists(target) && !File.Exists(Path.Combine(target, Marker)) && Directory.EnumerateFileSystemEntries(target).Any())
            {
                throw new BadInputException($"--out: {path} holds files that ringperf did not write; name a new or an empty folder");
            }

            Directory.CreateDirectory(aside);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            RemoveEmpty(madeParents);
            throw new BadInputException($"--out: {path} cannot be written: {e.Message.Replace(aside, target, StringComparison.Ordinal)}");
        }

        CheckReplaceable(path, target, aside);
        return new OutputFolder(target, aside, madeParents);
    }

    /// <summary>Adds a text file, UTF-8 without a byte order mark.</summary>
    internal void Write(string name, string text) => Write(name, new System.Text.UTF8Encoding(false).GetBytes(text));

    /// <summary>Adds a binary file.</summary>
    internal void Write(string name, byte[] bytes)
    {
        lock (_gate)
        {
            string path = Path.Combine(_aside, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
    }

    /// <summary>Opens a file for writing piece by piece; to be closed before the folder is put into place.</summary>
    internal FileStream Open(string name)
    {
        lock (_gate)
        {
            // A signal may take the file away while it is written.
            return new FileStream(Path.Combine(_aside, name), FileMode.CreateNew, FileAccess.Write, FileShare.Delete, bufferSize: 1 << 16);
        }
    }

    /// <summary>Puts the folder into place; where that fails, an earlier one is back as it was.</summary>
    internal void Complete()
    {
        lock (_gate)
        {
            string old = Old(_aside);
            bool replaces = Directory.Exists(_target);
            if (replaces)
            {
                Directory.Move(_target, old);
            }

            try
            {
                Directory.Move(_aside, _target);
            }
            catch when (replaces)
            {
                Directory.Move(old, _target);
                throw;
            }

            _done = true;
            if (replaces)
            {
                Directory.Delete(old, recursive: true);
            }
        }
    }

    public void Dispose()
    {
        Array.ForEach(_registrations, registration => registration.Dispose());
        lock (_gate)
        {
            RemoveUnfinished();
        }
    }

    // Called while a signal is about to end the process: the gate is entered for good, so that nothing is written any more.
    private void CallOff()
    {
        _gate.Enter();
        RemoveUnfinished();
    }

    private void RemoveUnfinished()
    {
        if (!_done)
        {
            if (Directory.Exists(_aside))
            {
                Directory.Delete(_aside, recursive: true);
            }

            RemoveEmpty(_madeParents);
        }
    }

    // A mount point can be written, but not renamed: that must show before the work, not after it.
    private static void CheckReplaceable(string path, string target, string aside)
    {
        if (!Directory.Exists(target))
        {
            return;
        }

        string old = Old(aside);
        try
        {
            Directory.Move(target, old);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            RemoveEmpty([aside]);
            throw new BadInputException(
                $"--out: {path} cannot be replaced by a finished folder, as a mount point cannot; name a folder below it: {e.Message.Replace(old, target, StringComparison.Ordinal)}");
        }

        Directory.Move(old, target);
    }

    private static string Old(string aside) => $"{aside}.old";

    private static bool IsOrHolds(string folder, string other) =>
        Path.GetRelativePath(folder, other) is var relative
        && relative.Split(Path.DirectorySeparatorChar)[0] != ".." && !Path.IsPathRooted(relative);

    /// <summary>The folders above <paramref name="target"/> that do not exist, the deepest first.</summary>
    private static IEnumerable<string> MissingParents(string target)
    {
        for (string? parent = Path.GetDirectoryName(target); parent is not null && !Directory.Exists(parent); parent = Path.GetDirectoryName(parent))
        {
            yield return parent;
        }
    }

    private static void RemoveEmpty(string[] folders)
    {
        foreach (string folder in folders)
        {
            try
            {
                Directory.Delete(folder);
            }
            catch (IOException)
            {
                // Never made, or in use by somebody else by now.
                return;
            }
        }
    }
}

namespace RingPerf.Analysis.Inputs;

/// <summary>Opens what the user named; a file that cannot be read is bad input.</summary>
internal static class InputFile
{
    /// <summary>The name that stands for standard input.</summary>
    internal const string StandardInput = "-";

    internal static FileStream Open(string option, string path)
    {
        if (path.Length == 0)
        {
            throw new BadInputException($"{option} is empty; it must name a file");
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException($"{option}: there is no file {path}");
        }
        catch (UnauthorizedAccessException)
        {
            throw new BadInputException($"{option}: {path} cannot be read: {(Directory.Exists(path) ? "it is a folder" : "access denied")}");
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException($"{option}: {path} cannot be read: {e.Message}");
        }
    }
}

namespace RingPerf.Analysis.Inputs;

/// <summary>Keys of a file or of standard input, one a line.</summary>
internal sealed class FileKeys(string path, string description, Stream standardInput) : KeySource
{
    private const string Option = "--keys-file";

    private FileStream? _spool;

    internal override string Description => description;

    private string Name => path == InputFile.StandardInput ? "standard input" : path;

    internal override IKeyBatches Open() =>
        new Utf8LineReader(_spool is null ? OpenSource() : new HandleReader(_spool.SafeFileHandle), Name);

    internal override void Check()
    {
        Stream source = OpenSource();
        if (path == InputFile.StandardInput || !source.CanSeek)
        {
            Spool(source);
            source = new HandleReader(_spool!.SafeFileHandle);
        }

        using var lines = new Utf8LineReader(source, Name);
        while (lines.MoveNext())
        {
        }
    }

    public override void Dispose() => _spool?.Dispose();

    private Stream OpenSource() => path == InputFile.StandardInput ? standardInput : InputFile.Open(Option, path);

    private void Spool(Stream source)
    {
        string file = Path.Combine(Path.GetTempPath(), $"ringperf-{Path.GetRandomFileName()}");
        _spool = new FileStream(file, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            // An open file needs no name, and without one a killed run leaves nothing behind.
            File.Delete(file);
        }

        source.CopyTo(_spool);
        source.Dispose();
    }
}

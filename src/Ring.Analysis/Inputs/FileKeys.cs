namespace RingPerf.Analysis.Inputs;

/// <summary>Keys of a file or of standard input, one a line.</summary>
internal sealed class FileKeys(string path, string description, Stream standardInput) : KeySource
{
    private const string Option = "--keys-file";

    private FileStream? _spool;

    internal override string Description => description;

    private string Name => path == InputFile.StandardInput ? "standard input" : path;

    internal override IKeyBatches Open()
    {
        if (_spool is null)
        {
            return new Utf8LineReader(OpenSource(), Name);
        }

        _spool.Position = 0;
        return new Utf8LineReader(_spool, Name);
    }

    internal override void Check()
    {
        Stream source = OpenSource();
        if (!source.CanSeek)
        {
            source = Spool(source);
        }

        // The reader owns its stream; a spool stays open for the pass that follows.
        var lines = new Utf8LineReader(source, Name);
        while (lines.MoveNext())
        {
        }

        if (source != _spool)
        {
            lines.Dispose();
        }
    }

    public override void Dispose() => _spool?.Dispose();

    private Stream OpenSource() => path == InputFile.StandardInput ? standardInput : InputFile.Open(Option, path);

    private FileStream Spool(Stream source)
    {
        string file = Path.Combine(Path.GetTempPath(), $"ringperf-{Path.GetRandomFileName()}");
        _spool = new FileStream(file, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        source.CopyTo(_spool);
        source.Dispose();
        _spool.Position = 0;
        return _spool;
    }
}

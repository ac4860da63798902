using Microsoft.Win32.SafeHandles;

namespace RingPerf.Analysis.Inputs;

/// <summary>Reads a file from its start through a shared handle: any number of readers at once, each with its own place.</summary>
/// <remarks>The handle stays open when a reader is disposed.</remarks>
internal sealed class HandleReader(SafeFileHandle handle) : OneWayStream
{
    private long _place;

    public override bool CanRead => true;

    public override bool CanWrite => false;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read = RandomAccess.Read(handle, buffer, _place);
        _place += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

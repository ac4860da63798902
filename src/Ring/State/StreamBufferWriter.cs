using System.Buffers;

namespace RingPerf.State;

/// <summary>A stream as a buffer writer: collects small writes into a block.</summary>
internal sealed class StreamBufferWriter(Stream stream) : IBufferWriter<byte>
{
    private const int BlockBytes = 1 << 14;

    private byte[] _block = new byte[BlockBytes];
    private int _written;

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_block.Length - _written < Math.Max(sizeHint, 1))
        {
            Flush();
            _block = _block.Length < sizeHint ? new byte[sizeHint] : _block;
        }

        return _block.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Gives what is collected to the stream.</summary>
    internal void Flush()
    {
        stream.Write(_block, 0, _written);
        _written = 0;
    }
}

namespace RingPerf.Fuzz.Targets;

/// <summary>Bytes that arrive in pieces of a given size, as from a pipe or a socket.</summary>
internal sealed class ChunkStream(byte[] bytes, int chunk) : MemoryStream(bytes, writable: false)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, chunk));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, chunk)]);
}

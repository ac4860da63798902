using System.Buffers.Binary;

namespace RingPerf.State;

internal ref partial struct StateReader
{
    private int ReadCount(string field, int bytesEach)
    {
        int count = ReadInt32(field);
        return count >= 0 && (long)count * bytesEach <= Left
            ? count
            : throw StateError.Of(field, count, $"from 0 to the {Left / bytesEach} that are left to read");
    }

    private int ReadNode(string field, int index, int nodes)
    {
        int node = (int)ReadUInt32(field, index);
        return (uint)node < (uint)nodes ? node : throw StateError.Of($"{field} {index}", node, $"from 0 to below {nodes}");
    }

    private int ReadInt32(string field, int index = -1) => (int)ReadUInt32(field, index);

    private uint ReadUInt32(string field, int index = -1) => BinaryPrimitives.ReadUInt32LittleEndian(Take(field, sizeof(uint), index));

    private ulong ReadUInt64(string field, int index = -1) => BinaryPrimitives.ReadUInt64LittleEndian(Take(field, sizeof(ulong), index));

    private ReadOnlySpan<byte> Take(string field, int count, int index = -1)
    {
        if (count > Left)
        {
            throw StateError.Ends(index < 0 ? field : $"{field} {index}", _bytes.Length);
        }

        ReadOnlySpan<byte> taken = _bytes.Slice(_next, count);
        _next += count;
        return taken;
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using RingPerf.Keys;
using RingPerf.Placement;

namespace RingPerf.State;

/// <summary>Writes a ring in the layout of <see cref="StateLayout"/>, a block at a time.</summary>
internal sealed class StateWriter(IBufferWriter<byte> output)
{
    private const int BlockValues = 1024;

    private readonly XxHash64 _hash = new(seed: 0);

    internal static void Write(RingState ring, IBufferWriter<byte> output)
    {
        long length = StateLayout.Length(ring);
        if (length > Array.MaxLength)
        {
            throw new InvalidOperationException($"The state is {length} bytes; it must be at most {Array.MaxLength}.");
        }

        new StateWriter(output).Write(ring);
    }

    private void Write(RingState ring)
    {
        WriteHeader(ring);
        for (int node = 0; node < ring.Order.Names.Length; node++)
        {
            byte[] utf8 = StrictUtf8.NodeBytes(ring.Order.Names[node], nameof(node));
            WriteInt32(utf8.Length);
            WriteBytes(utf8);
            WriteInt32(ring.Order.Ranks[node]);
            WriteUInt64(BitConverter.DoubleToUInt64Bits(ring.Weights[node]));
        }

        WriteAll(ring.Points.Positions);
        WriteAll(System.Runtime.InteropServices.MemoryMarshal.Cast<int, uint>(ring.Points.Owners));
        foreach (ShadowPoint shadow in ring.Points.Shadows)
        {
            WriteUInt32(shadow.Position);
            WriteInt32(shadow.Node);
        }

        WriteUInt64(_hash.GetCurrentHashAsUInt64());
    }

    private void WriteHeader(RingState ring)
    {
        HashRingOptions options = ring.Options;
        WriteBytes(StateLayout.Magic);
        WriteUInt32(StateLayout.Version);
        WriteBytes([(byte)options.Profile, (byte)options.Labels, (byte)options.Hash, (byte)options.Search, (byte)options.Collisions, 0, 0, 0]);
        WriteInt32(options.Replicas);
        WriteInt32(ring.Order.Names.Length);
        WriteInt32(ring.Points.Count);
        WriteInt32(ring.Points.Shadows.Length);
    }

    private void WriteAll(ReadOnlySpan<uint> values)
    {
        Span<byte> block = stackalloc byte[BlockValues * sizeof(uint)];
        while (!values.IsEmpty)
        {
            int count = Math.Min(values.Length, BlockValues);
            for (int i = 0; i < count; i++)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(block[(i * sizeof(uint))..], values[i]);
            }

            WriteBytes(block[..(count * sizeof(uint))]);
            values = values[count..];
        }
    }

    private void WriteInt32(int value) => WriteUInt32((uint)value);

    private void WriteUInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        WriteBytes(bytes);
    }

    private void WriteUInt64(ulong value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        WriteBytes(bytes);
    }

    private void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        _hash.Append(bytes);
        output.Write(bytes);
    }
}

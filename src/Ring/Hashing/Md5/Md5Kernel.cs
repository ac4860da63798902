namespace RingPerf.Hashing.Md5;

/// <summary>A way to hash many keys, or many labels with one prefix.</summary>
internal sealed unsafe class Md5Kernel
{
    private readonly delegate*<ReadOnlySpan<byte>, ReadOnlySpan<int>, Span<uint>, void> _keys;
    private readonly delegate*<LabelPrefix, int, Span<uint>, void> _labels;

    internal Md5Kernel(
        string name,
        bool isSupported,
        delegate*<ReadOnlySpan<byte>, ReadOnlySpan<int>, Span<uint>, void> keys,
        delegate*<LabelPrefix, int, Span<uint>, void> labels)
    {
        Name = name;
        IsSupported = isSupported;
        _keys = keys;
        _labels = labels;
    }

    internal string Name { get; }

    internal bool IsSupported { get; }

    internal void Positions(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> offsets, Span<uint> positions) => _keys(utf8, offsets, positions);

    internal void Positions(LabelPrefix prefix, int firstReplica, Span<uint> positions) => _labels(prefix, firstReplica, positions);
}

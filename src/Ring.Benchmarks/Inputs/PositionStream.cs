using System.Runtime.InteropServices;

namespace RingPerf.Benchmarks.Inputs;

/// <summary>Random positions handed out a block at a time: far more of them than a branch predictor can learn by heart.</summary>
internal sealed class PositionStream
{
    /// <summary>Positions in a block: the operations of one benchmark invocation.</summary>
    internal const int Block = 16384;

    private const int Blocks = 16;
    private const int Seed = 2;

    private readonly uint[] _positions = new uint[Blocks * Block];
    private int _next;

    internal PositionStream() => new Random(Seed).NextBytes(MemoryMarshal.AsBytes(_positions.AsSpan()));

    internal ReadOnlySpan<uint> Next()
    {
        _next = _next == Blocks - 1 ? 0 : _next + 1;
        return _positions.AsSpan(_next * Block, Block);
    }
}

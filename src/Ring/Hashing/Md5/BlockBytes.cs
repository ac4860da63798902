using System.Runtime.CompilerServices;

namespace RingPerf.Hashing.Md5;

/// <summary>Room for one block of a text.</summary>
[InlineArray(Md5Constants.BlockSize)]
internal struct BlockBytes
{
    private byte _first;
}

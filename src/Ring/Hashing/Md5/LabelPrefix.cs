using System.Runtime.InteropServices;

namespace RingPerf.Hashing.Md5;

/// <summary>What all labels of a node start with: whole blocks hashed once, the rest kept.</summary>
internal readonly ref struct LabelPrefix
{
    internal LabelPrefix(ReadOnlySpan<byte> prefix)
    {
        Length = prefix.Length;
        Words = new Md5Words();
        while (prefix.Length >= Md5Constants.BlockSize)
        {
            Md5Block.Compress(ref MemoryMarshal.GetReference(prefix), ref Words);
            prefix = prefix[Md5Constants.BlockSize..];
        }

        Rest = prefix;
    }

    /// <summary>Bytes of the whole prefix.</summary>
    internal readonly int Length;

    /// <summary>The state behind its whole blocks.</summary>
    internal readonly Md5Words Words;

    /// <summary>The bytes behind them.</summary>
    internal readonly ReadOnlySpan<byte> Rest;
}

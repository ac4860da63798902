using System.Runtime.InteropServices;

namespace RingPerf.Hashing.Md5;

/// <summary>MD5 of text that arrives in pieces.</summary>
internal struct Md5State
{
    private Md5Words _words = new();
    private ulong _length;
    private BlockBytes _pending;

    public Md5State()
    {
    }

    /// <summary>Feeds the next bytes of the text.</summary>
    internal void Append(ReadOnlySpan<byte> bytes)
    {
        int held = (int)(_length % Md5Constants.BlockSize);
        _length += (uint)bytes.Length;
        if (held > 0)
        {
            int taken = Math.Min(bytes.Length, Md5Constants.BlockSize - held);
            bytes[..taken].CopyTo(_pending[held..]);
            bytes = bytes[taken..];
            if (held + taken < Md5Constants.BlockSize)
            {
                return;
            }

            Compress(_pending);
        }

        while (bytes.Length >= Md5Constants.BlockSize)
        {
            Compress(bytes);
            bytes = bytes[Md5Constants.BlockSize..];
        }

        bytes.CopyTo(_pending);
    }

    /// <summary>Ends the text: the first four digest bytes, read big-endian.</summary>
    internal readonly uint Position() =>
        Md5Scalar.Position(_pending[..(int)(_length % Md5Constants.BlockSize)], _length, _words);

    /// <summary>The digest of the text so far, which may go on.</summary>
    internal readonly Md5Words Digest() =>
        Md5Digest.Of(_pending[..(int)(_length % Md5Constants.BlockSize)], _length, _words);

    private void Compress(ReadOnlySpan<byte> block) => Md5Block.Compress(ref MemoryMarshal.GetReference(block), ref _words);
}

using System.Diagnostics.CodeAnalysis;

namespace RingPerf.Hashing.Md5;

/// <summary>What MD5 asks of a vector of uints, one text a lane; stateless, so that the JIT specialises the kernels for each width.</summary>
/// <remarks>A step is one call and not five: the JIT stops inlining at 512 locals, and a nested call costs several.</remarks>
internal unsafe interface ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>Vectors a step works on before it waits for itself: more spill, fewer idle.</summary>
    static abstract int Interleave { get; }

    static abstract TVector Broadcast(uint value);

    static abstract TVector Add(TVector left, TVector right);

    static abstract TVector Subtract(TVector left, TVector right);

    /// <summary>A step of round one: b + rotate(a + F(b, c, d) + word + sine).</summary>
    static abstract TVector F(TVector a, TVector b, TVector c, TVector d, TVector word, TVector sine, [ConstantExpected] byte rotation);

    /// <summary>A step of round two.</summary>
    static abstract TVector G(TVector a, TVector b, TVector c, TVector d, TVector word, TVector sine, [ConstantExpected] byte rotation);

    /// <summary>A step of round three.</summary>
    static abstract TVector H(TVector a, TVector b, TVector c, TVector d, TVector word, TVector sine, [ConstantExpected] byte rotation);

    /// <summary>A step of round four.</summary>
    static abstract TVector I(TVector a, TVector b, TVector c, TVector d, TVector word, TVector sine, [ConstantExpected] byte rotation);

    /// <summary>Sixteen message words of a block in each lane: what is left of the text, 0x80, zeros.</summary>
    /// <param name="text">The text of all lanes.</param>
    /// <param name="starts">Where each lane's block starts in it.</param>
    /// <param name="ends">Where its text ends, at most 64 behind the start; one before it if the end was in an earlier block.</param>
    /// <param name="words">Room for the words.</param>
    static abstract void LoadWords(LaneText text, int* starts, int* ends, TVector* words);

    /// <summary>Sets words 14 and 15, zero before, to lengths in bits.</summary>
    static abstract void OrLengths(TVector* words, TVector bytes);

    static abstract TVector ReverseBytes(TVector value);
}

using System.Runtime.CompilerServices;

namespace RingPerf.Hashing.Md5;

/// <summary>The MD5 compression of one block in many lanes, several vectors interleaved so that each hides the others' latency.</summary>
/// <remarks>
/// Loops of four steps and not 64 steps in a row: six interleaved vectors' code would not fit the cache of decoded instructions, and
/// runs half as fast again. The lines a smaller <typeparamref name="TCount"/> does not need are dropped by the JIT.
/// </remarks>
internal static unsafe class LaneRounds<TLanes, TVector, TCount>
    where TLanes : ILanes<TVector>
    where TVector : unmanaged
    where TCount : IVectorCount
{
    /// <summary>What a block adds to the state; the last block of a text adds to word a alone, which is final three steps early.</summary>
    /// <param name="words">Sixteen message words for each interleaved vector.</param>
    /// <param name="state">Words a, b, c and d for each interleaved vector.</param>
    /// <param name="next">What is to be added to them.</param>
    /// <param name="last">Whether no lane needs words b, c and d again.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Run(TVector* words, TVector* state, TVector* next, bool last)
    {
        TVector a0 = state[0], b0 = state[1], c0 = state[2], d0 = state[3];
        TVector a1 = state[4], b1 = state[5], c1 = state[6], d1 = state[7];
        TVector a2 = state[8], b2 = state[9], c2 = state[10], d2 = state[11];
        TVector a3 = state[12], b3 = state[13], c3 = state[14], d3 = state[15];
        TVector a4 = state[16], b4 = state[17], c4 = state[18], d4 = state[19];
        TVector a5 = state[20], b5 = state[21], c5 = state[22], d5 = state[23];
        TVector sine;
        TVector* word;
        fixed (uint* sines = Md5Constants.Sines)
        {
            uint* step = sines;
            nuint index = 0;
            for (uint* end = sines + 16; step < end; step += 4, index += 4)
            {
                sine = TLanes.Broadcast(step[0]);
                word = words + (index & 15);
                a0 = TLanes.F(a0, b0, c0, d0, word[0], sine, 7);
                if (TCount.Value > 1) a1 = TLanes.F(a1, b1, c1, d1, word[16], sine, 7);
                if (TCount.Value > 2) a2 = TLanes.F(a2, b2, c2, d2, word[32], sine, 7);
                if (TCount.Value > 3) a3 = TLanes.F(a3, b3, c3, d3, word[48], sine, 7);
                if (TCount.Value > 4) a4 = TLanes.F(a4, b4, c4, d4, word[64], sine, 7);
                if (TCount.Value > 5) a5 = TLanes.F(a5, b5, c5, d5, word[80], sine, 7);

                sine = TLanes.Broadcast(step[1]);
                word = words + ((index + 1) & 15);
                d0 = TLanes.F(d0, a0, b0, c0, word[0], sine, 12);
                if (TCount.Value > 1) d1 = TLanes.F(d1, a1, b1, c1, word[16], sine, 12);
                if (TCount.Value > 2) d2 = TLanes.F(d2, a2, b2, c2, word[32], sine, 12);
                if (TCount.Value > 3) d3 = TLanes.F(d3, a3, b3, c3, word[48], sine, 12);
                if (TCount.Value > 4) d4 = TLanes.F(d4, a4, b4, c4, word[64], sine, 12);
                if (TCount.Value > 5) d5 = TLanes.F(d5, a5, b5, c5, word[80], sine, 12);

                sine = TLanes.Broadcast(step[2]);
                word = words + ((index + 2) & 15);
                c0 = TLanes.F(c0, d0, a0, b0, word[0], sine, 17);
                if (TCount.Value > 1) c1 = TLanes.F(c1, d1, a1, b1, word[16], sine, 17);
                if (TCount.Value > 2) c2 = TLanes.F(c2, d2, a2, b2, word[32], sine, 17);
                if (TCount.Value > 3) c3 = TLanes.F(c3, d3, a3, b3, word[48], sine, 17);
                if (TCount.Value > 4) c4 = TLanes.F(c4, d4, a4, b4, word[64], sine, 17);
                if (TCount.Value > 5) c5 = TLanes.F(c5, d5, a5, b5, word[80], sine, 17);

                sine = TLanes.Broadcast(step[3]);
                word = words + ((index + 3) & 15);
                b0 = TLanes.F(b0, c0, d0, a0, word[0], sine, 22);
                if (TCount.Value > 1) b1 = TLanes.F(b1, c1, d1, a1, word[16], sine, 22);
                if (TCount.Value > 2) b2 = TLanes.F(b2, c2, d2, a2, word[32], sine, 22);
                if (TCount.Value > 3) b3 = TLanes.F(b3, c3, d3, a3, word[48], sine, 22);
                if (TCount.Value > 4) b4 = TLanes.F(b4, c4, d4, a4, word[64], sine, 22);
                if (TCount.Value > 5) b5 = TLanes.F(b5, c5, d5, a5, word[80], sine, 22);
            }

            index = 1;
            for (uint* end = sines + 32; step < end; step += 4, index += 20)
            {
                sine = TLanes.Broadcast(step[0]);
                word = words + (index & 15);
                a0 = TLanes.G(a0, b0, c0, d0, word[0], sine, 5);
                if (TCount.Value > 1) a1 = TLanes.G(a1, b1, c1, d1, word[16], sine, 5);
                if (TCount.Value > 2) a2 = TLanes.G(a2, b2, c2, d2, word[32], sine, 5);
                if (TCount.Value > 3) a3 = TLanes.G(a3, b3, c3, d3, word[48], sine, 5);
                if (TCount.Value > 4) a4 = TLanes.G(a4, b4, c4, d4, word[64], sine, 5);
                if (TCount.Value > 5) a5 = TLanes.G(a5, b5, c5, d5, word[80], sine, 5);

                sine = TLanes.Broadcast(step[1]);
                word = words + ((index + 5) & 15);
                d0 = TLanes.G(d0, a0, b0, c0, word[0], sine, 9);
                if (TCount.Value > 1) d1 = TLanes.G(d1, a1, b1, c1, word[16], sine, 9);
                if (TCount.Value > 2) d2 = TLanes.G(d2, a2, b2, c2, word[32], sine, 9);
                if (TCount.Value > 3) d3 = TLanes.G(d3, a3, b3, c3, word[48], sine, 9);
                if (TCount.Value > 4) d4 = TLanes.G(d4, a4, b4, c4, word[64], sine, 9);
                if (TCount.Value > 5) d5 = TLanes.G(d5, a5, b5, c5, word[80], sine, 9);

                sine = TLanes.Broadcast(step[2]);
                word = words + ((index + 10) & 15);
                c0 = TLanes.G(c0, d0, a0, b0, word[0], sine, 14);
                if (TCount.Value > 1) c1 = TLanes.G(c1, d1, a1, b1, word[16], sine, 14);
                if (TCount.Value > 2) c2 = TLanes.G(c2, d2, a2, b2, word[32], sine, 14);
                if (TCount.Value > 3) c3 = TLanes.G(c3, d3, a3, b3, word[48], sine, 14);
                if (TCount.Value > 4) c4 = TLanes.G(c4, d4, a4, b4, word[64], sine, 14);
                if (TCount.Value > 5) c5 = TLanes.G(c5, d5, a5, b5, word[80], sine, 14);

                sine = TLanes.Broadcast(step[3]);
                word = words + ((index + 15) & 15);
                b0 = TLanes.G(b0, c0, d0, a0, word[0], sine, 20);
                if (TCount.Value > 1) b1 = TLanes.G(b1, c1, d1, a1, word[16], sine, 20);
                if (TCount.Value > 2) b2 = TLanes.G(b2, c2, d2, a2, word[32], sine, 20);
                if (TCount.Value > 3) b3 = TLanes.G(b3, c3, d3, a3, word[48], sine, 20);
                if (TCount.Value > 4) b4 = TLanes.G(b4, c4, d4, a4, word[64], sine, 20);
                if (TCount.Value > 5) b5 = TLanes.G(b5, c5, d5, a5, word[80], sine, 20);
            }

            index = 5;
            for (uint* end = sines + 48; step < end; step += 4, index += 12)
            {
                sine = TLanes.Broadcast(step[0]);
                word = words + (index & 15);
                a0 = TLanes.H(a0, b0, c0, d0, word[0], sine, 4);
                if (TCount.Value > 1) a1 = TLanes.H(a1, b1, c1, d1, word[16], sine, 4);
                if (TCount.Value > 2) a2 = TLanes.H(a2, b2, c2, d2, word[32], sine, 4);
                if (TCount.Value > 3) a3 = TLanes.H(a3, b3, c3, d3, word[48], sine, 4);
                if (TCount.Value > 4) a4 = TLanes.H(a4, b4, c4, d4, word[64], sine, 4);
                if (TCount.Value > 5) a5 = TLanes.H(a5, b5, c5, d5, word[80], sine, 4);

                sine = TLanes.Broadcast(step[1]);
                word = words + ((index + 3) & 15);
                d0 = TLanes.H(d0, a0, b0, c0, word[0], sine, 11);
                if (TCount.Value > 1) d1 = TLanes.H(d1, a1, b1, c1, word[16], sine, 11);
                if (TCount.Value > 2) d2 = TLanes.H(d2, a2, b2, c2, word[32], sine, 11);
                if (TCount.Value > 3) d3 = TLanes.H(d3, a3, b3, c3, word[48], sine, 11);
                if (TCount.Value > 4) d4 = TLanes.H(d4, a4, b4, c4, word[64], sine, 11);
                if (TCount.Value > 5) d5 = TLanes.H(d5, a5, b5, c5, word[80], sine, 11);

                sine = TLanes.Broadcast(step[2]);
                word = words + ((index + 6) & 15);
                c0 = TLanes.H(c0, d0, a0, b0, word[0], sine, 16);
                if (TCount.Value > 1) c1 = TLanes.H(c1, d1, a1, b1, word[16], sine, 16);
                if (TCount.Value > 2) c2 = TLanes.H(c2, d2, a2, b2, word[32], sine, 16);
                if (TCount.Value > 3) c3 = TLanes.H(c3, d3, a3, b3, word[48], sine, 16);
                if (TCount.Value > 4) c4 = TLanes.H(c4, d4, a4, b4, word[64], sine, 16);
                if (TCount.Value > 5) c5 = TLanes.H(c5, d5, a5, b5, word[80], sine, 16);

                sine = TLanes.Broadcast(step[3]);
                word = words + ((index + 9) & 15);
                b0 = TLanes.H(b0, c0, d0, a0, word[0], sine, 23);
                if (TCount.Value > 1) b1 = TLanes.H(b1, c1, d1, a1, word[16], sine, 23);
                if (TCount.Value > 2) b2 = TLanes.H(b2, c2, d2, a2, word[32], sine, 23);
                if (TCount.Value > 3) b3 = TLanes.H(b3, c3, d3, a3, word[48], sine, 23);
                if (TCount.Value > 4) b4 = TLanes.H(b4, c4, d4, a4, word[64], sine, 23);
                if (TCount.Value > 5) b5 = TLanes.H(b5, c5, d5, a5, word[80], sine, 23);
            }

            index = 0;
            for (uint* end = sines + (last ? 60 : 64); step < end; step += 4, index += 28)
            {
                sine = TLanes.Broadcast(step[0]);
                word = words + (index & 15);
                a0 = TLanes.I(a0, b0, c0, d0, word[0], sine, 6);
                if (TCount.Value > 1) a1 = TLanes.I(a1, b1, c1, d1, word[16], sine, 6);
                if (TCount.Value > 2) a2 = TLanes.I(a2, b2, c2, d2, word[32], sine, 6);
                if (TCount.Value > 3) a3 = TLanes.I(a3, b3, c3, d3, word[48], sine, 6);
                if (TCount.Value > 4) a4 = TLanes.I(a4, b4, c4, d4, word[64], sine, 6);
                if (TCount.Value > 5) a5 = TLanes.I(a5, b5, c5, d5, word[80], sine, 6);

                sine = TLanes.Broadcast(step[1]);
                word = words + ((index + 7) & 15);
                d0 = TLanes.I(d0, a0, b0, c0, word[0], sine, 10);
                if (TCount.Value > 1) d1 = TLanes.I(d1, a1, b1, c1, word[16], sine, 10);
                if (TCount.Value > 2) d2 = TLanes.I(d2, a2, b2, c2, word[32], sine, 10);
                if (TCount.Value > 3) d3 = TLanes.I(d3, a3, b3, c3, word[48], sine, 10);
                if (TCount.Value > 4) d4 = TLanes.I(d4, a4, b4, c4, word[64], sine, 10);
                if (TCount.Value > 5) d5 = TLanes.I(d5, a5, b5, c5, word[80], sine, 10);

                sine = TLanes.Broadcast(step[2]);
                word = words + ((index + 14) & 15);
                c0 = TLanes.I(c0, d0, a0, b0, word[0], sine, 15);
                if (TCount.Value > 1) c1 = TLanes.I(c1, d1, a1, b1, word[16], sine, 15);
                if (TCount.Value > 2) c2 = TLanes.I(c2, d2, a2, b2, word[32], sine, 15);
                if (TCount.Value > 3) c3 = TLanes.I(c3, d3, a3, b3, word[48], sine, 15);
                if (TCount.Value > 4) c4 = TLanes.I(c4, d4, a4, b4, word[64], sine, 15);
                if (TCount.Value > 5) c5 = TLanes.I(c5, d5, a5, b5, word[80], sine, 15);

                sine = TLanes.Broadcast(step[3]);
                word = words + ((index + 21) & 15);
                b0 = TLanes.I(b0, c0, d0, a0, word[0], sine, 21);
                if (TCount.Value > 1) b1 = TLanes.I(b1, c1, d1, a1, word[16], sine, 21);
                if (TCount.Value > 2) b2 = TLanes.I(b2, c2, d2, a2, word[32], sine, 21);
                if (TCount.Value > 3) b3 = TLanes.I(b3, c3, d3, a3, word[48], sine, 21);
                if (TCount.Value > 4) b4 = TLanes.I(b4, c4, d4, a4, word[64], sine, 21);
                if (TCount.Value > 5) b5 = TLanes.I(b5, c5, d5, a5, word[80], sine, 21);
            }
        }

        if (last)
        {
            sine = TLanes.Broadcast(Md5Constants.Sines[60]);
            next[0] = TLanes.I(a0, b0, c0, d0, words[4], sine, 6);
            if (TCount.Value > 1) next[4] = TLanes.I(a1, b1, c1, d1, words[20], sine, 6);
            if (TCount.Value > 2) next[8] = TLanes.I(a2, b2, c2, d2, words[36], sine, 6);
            if (TCount.Value > 3) next[12] = TLanes.I(a3, b3, c3, d3, words[52], sine, 6);
            if (TCount.Value > 4) next[16] = TLanes.I(a4, b4, c4, d4, words[68], sine, 6);
            if (TCount.Value > 5) next[20] = TLanes.I(a5, b5, c5, d5, words[84], sine, 6);
            return;
        }

        (next[0], next[1], next[2], next[3]) = (a0, b0, c0, d0);
        if (TCount.Value > 1) (next[4], next[5], next[6], next[7]) = (a1, b1, c1, d1);
        if (TCount.Value > 2) (next[8], next[9], next[10], next[11]) = (a2, b2, c2, d2);
        if (TCount.Value > 3) (next[12], next[13], next[14], next[15]) = (a3, b3, c3, d3);
        if (TCount.Value > 4) (next[16], next[17], next[18], next[19]) = (a4, b4, c4, d4);
        if (TCount.Value > 5) (next[20], next[21], next[22], next[23]) = (a5, b5, c5, d5);
    }
}

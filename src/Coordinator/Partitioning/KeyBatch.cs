using System.Runtime.CompilerServices;

namespace RingPerf.Coordination;

/// <summary>Room for the keys of a batch of items, to be kept on the stack.</summary>
/// <remarks>A batch stays in the first-level cache, and a key that is stored on the stack needs no note for the collector, which
/// costs several times the store.</remarks>
[InlineArray(Length)]
internal struct KeyBatch
{
    internal const int Length = 1024;

    private string _first;
}

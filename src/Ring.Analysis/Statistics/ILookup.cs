namespace RingPerf.Analysis.Statistics;

/// <summary>Finds the node of a key; a struct, so that each kind has its own compiled loop.</summary>
internal interface ILookup
{
    int Find(ReadOnlySpan<byte> utf8);
}

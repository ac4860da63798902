namespace RingPerf.Analysis.Rivals;

/// <summary>Finds the node of a key.</summary>
/// <returns>An index into the rival's nodes.</returns>
internal delegate int KeyPlacing(ReadOnlySpan<byte> utf8);

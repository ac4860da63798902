namespace RingPerf.Analysis.Reports;

/// <summary>A comparison with the Python original.</summary>
/// <param name="Original">Version of aodh and of Python.</param>
/// <param name="Points">Positions compared.</param>
/// <param name="PointMismatches">Positions or owners that differ.</param>
/// <param name="Keys">Keys compared.</param>
/// <param name="KeyMismatches">Keys whose owner differs.</param>
/// <param name="FirstMismatch">The first difference in words, or null.</param>
internal sealed record VerifyResult(
    string Original, int Points, long PointMismatches, long Keys, long KeyMismatches, string? FirstMismatch);

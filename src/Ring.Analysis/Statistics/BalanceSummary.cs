namespace RingPerf.Analysis.Statistics;

/// <summary>Balance over the exact shares.</summary>
/// <param name="Nodes">Number of distinct nodes.</param>
/// <param name="Points">Number of distinct positions.</param>
/// <param name="PeakToMean">Greatest share over the mean share.</param>
/// <param name="MinToMean">Least share over the mean share.</param>
/// <param name="Cv">Population coefficient of variation of the shares.</param>
/// <param name="Gini">Gini coefficient of the shares.</param>
/// <param name="Collisions">Labels that lost their position to another label.</param>
/// <param name="Weighted">Whether nodes are to have different numbers of points.</param>
/// <param name="PeakToExpected">Greatest share over the share that its node's points lead to expect.</param>
internal sealed record BalanceSummary(
    int Nodes,
    int Points,
    double PeakToMean,
    double MinToMean,
    double Cv,
    double Gini,
    int Collisions,
    bool Weighted,
    double PeakToExpected);

namespace RingPerf.Analysis.Statistics;

/// <summary>Medians and bands of one algorithm, named as in its row.</summary>
internal sealed record AlgorithmBands(
    Quantiles PeakToMean,
    Quantiles MinToMean,
    Quantiles Cv,
    Quantiles MovedOnAdd,
    Quantiles StrayOnAdd,
    Quantiles MovedOnRemove,
    Quantiles StrayOnRemove,
    Quantiles ResizedPeakToMean,
    Quantiles StrayOnResize,
    Quantiles LookupNs,
    Quantiles BuildMs,
    Quantiles ResizeMs);

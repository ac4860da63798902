namespace RingPerf.Concurrency.Soak;

/// <summary>What a soak has seen.</summary>
/// <param name="Answers">Answers that were looked up.</param>
/// <param name="Crossed">Those that came while the ring changed.</param>
/// <param name="TooLate">Answers whose rings were no longer kept.</param>
/// <param name="Changes">Changes, each followed once, in order.</param>
/// <param name="Allocated">Bytes that readers allocated.</param>
internal sealed record SoakResult(long Answers, long Crossed, long TooLate, long Changes, long Allocated);

namespace RingPerf.Analysis.Inputs;

/// <summary>A pass over keys in packed batches.</summary>
internal interface IKeyBatches : IDisposable
{
    /// <summary>The batch's keys as UTF-8, one behind the other.</summary>
    ReadOnlySpan<byte> Utf8 { get; }

    /// <summary>n + 1 offsets into <see cref="Utf8"/>.</summary>
    ReadOnlySpan<int> Offsets { get; }

    /// <summary>A weight for each key, or empty where all weigh the same.</summary>
    ReadOnlySpan<double> Weights => default;

    /// <summary>The part of all keys that has been taken; null where the end is not known.</summary>
    double? Done => null;

    /// <summary>Takes the next batch; false at the end.</summary>
    bool MoveNext();
}

namespace RingPerf.Analysis.Inputs;

/// <summary>Where the keys of a run come from.</summary>
internal abstract class KeySource : IDisposable
{
    /// <summary>What a reader of the report is told the keys are.</summary>
    internal abstract string Description { get; }

    /// <summary>Starts a pass. A source that cannot be read twice gives one pass only, unless it was checked first.</summary>
    internal abstract IKeyBatches Open();

    /// <summary>Reads everything once, so that bad input is found before an answer is printed; a later pass gives the same keys.</summary>
    internal abstract void Check();

    /// <summary>Lets go of what a check has kept.</summary>
    public abstract void Dispose();
}

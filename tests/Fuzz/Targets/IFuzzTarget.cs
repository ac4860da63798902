namespace RingPerf.Fuzz.Targets;

/// <summary>A part that takes input from outside. It must end, within its bounds, in an answer or in an error that it documents.</summary>
internal interface IFuzzTarget
{
    /// <summary>The name on the command line, and of the folder of its seeds.</summary>
    string Name { get; }

    /// <summary>Pieces of input that random changes would hardly make.</summary>
    IReadOnlyList<string> Tokens { get; }

    /// <summary>Takes one input.</summary>
    /// <exception cref="FindingException">Something that must hold does not.</exception>
    void Run(ReadOnlySpan<byte> input);
}

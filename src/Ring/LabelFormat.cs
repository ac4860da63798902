namespace RingPerf;

/// <summary>How a node's name is written into the labels <c>&lt;node&gt;-&lt;replica&gt;</c> whose hashes are its points.</summary>
/// <remarks>Positions outlive a process, so the values are fixed and only ever appended to.</remarks>
public enum LabelFormat
{
    /// <summary>The name as it is: <c>abc-0</c>. What Python hashes for a <c>str</c> node.</summary>
    Plain = 0,

    /// <summary>Python's <c>repr</c> of the name's UTF-8 bytes: <c>b'abc'-0</c>. What every current aodh fleet hashes, since its
    /// members are <c>bytes</c>.</summary>
    PythonBytes = 1,
}

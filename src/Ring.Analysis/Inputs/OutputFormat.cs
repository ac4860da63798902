namespace RingPerf.Analysis.Inputs;

/// <summary>The form of an answer.</summary>
internal enum OutputFormat
{
    /// <summary>For people, at 80 columns or more.</summary>
    Table,

    /// <summary>One JSON document.</summary>
    Json,

    /// <summary>Comma-separated values with a header line (RFC 4180).</summary>
    Csv,
}

namespace RingPerf.Fleet.Commands;

/// <summary>The form of an answer.</summary>
internal enum AnswerForm
{
    Table,
    Json,
    Csv,
}

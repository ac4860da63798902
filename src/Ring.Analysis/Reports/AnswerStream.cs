namespace RingPerf.Analysis.Reports;

/// <summary>Standard output, whose failures name it: a full disk or a closed pipe is a failed run, told in one line.</summary>
internal sealed class AnswerStream(Stream output) : OneWayStream
{
    public override bool CanRead => false;

    public override bool CanWrite => true;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            output.Write(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(e);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        try
        {
            output.Flush();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(e);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static FailedRunException Failure(Exception e) => new($"standard output cannot be written: {e.Message}");
}

using System.Globalization;

namespace RingPerf.Analysis.Reports;

/// <summary>How far a long run is: one moving line with the time left on a terminal, a line a stage elsewhere.</summary>
/// <remarks>To be called by one thread at a time.</remarks>
internal sealed class Progress(ToolStreams streams, TimeProvider clock) : IDisposable
{
    private const int BarWidth = 30;
    private const int LineWidth = 79;

    // An estimate from less than this much of a stage jumps about.
    private static readonly TimeSpan LeastEstimated = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(100);

    // Counting keys is over before that in nearly every run.
    private static readonly TimeSpan LeastCounted = TimeSpan.FromSeconds(2);

    private string? _stage;
    private long? _countStart;
    private long _stageStart;
    private long _lastShown;
    private bool _open;

    internal Progress(ToolStreams streams)
        : this(streams, TimeProvider.System)
    {
    }

    /// <summary>Shows a stage and the part of it that is done, 0 to 1.</summary>
    internal void Show(string stage, double done) => Show(stage, clock.GetTimestamp(), done >= 1, () => Bar(done));

    /// <summary>Shows that keys are counted, once that has taken a while: their number, and the part of all where the end is known.</summary>
    internal void ShowKeys(long keys, double? done)
    {
        long start = _countStart ??= clock.GetTimestamp();
        if (clock.GetElapsedTime(start) >= LeastCounted)
        {
            Show("counting keys", start, done >= 1, () => done is { } part ? Bar(part) : string.Create(CultureInfo.InvariantCulture, $"{keys:N0} keys"));
        }
    }

    /// <summary>Clears the moving line.</summary>
    public void Dispose()
    {
        if (_open)
        {
            streams.Error.Write("\r" + new string(' ', LineWidth) + "\r");
            _open = false;
        }
    }

    private void Show(string stage, long start, bool ends, Func<string> state)
    {
        bool begins = stage != _stage;
        if (begins)
        {
            _stage = stage;
            _stageStart = start;
        }

        if (!streams.ErrorIsTerminal)
        {
            if (begins)
            {
                streams.Error.WriteLine($"{stage} …");
            }
        }
        else if (begins || ends || clock.GetElapsedTime(_lastShown) >= LeastPause)
        {
            _lastShown = clock.GetTimestamp();
            streams.Error.Write("\r" + $"{stage,-14} {state()}".PadRight(LineWidth));
            _open = true;
        }
    }

    private string Bar(double done)
    {
        int filled = (int)(done * BarWidth);
        return string.Create(
            CultureInfo.InvariantCulture, $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {done,4:P0}{TimeLeft(done)}");
    }

    private string TimeLeft(double done)
    {
        TimeSpan elapsed = clock.GetElapsedTime(_stageStart);
        return done is <= 0 or >= 1 || elapsed < LeastEstimated ? "" : $", {Wording.Duration(elapsed * ((1 - done) / done))} left";
    }
}

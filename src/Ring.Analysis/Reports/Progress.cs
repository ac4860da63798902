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

    private string? _stage;
    private long _stageStart;
    private long _lastShown;
    private bool _open;

    internal Progress(ToolStreams streams)
        : this(streams, TimeProvider.System)
    {
    }

    /// <summary>Shows a stage and the part of it that is done, 0 to 1.</summary>
    internal void Show(string stage, double done)
    {
        bool begins = stage != _stage;
        if (begins)
        {
            _stage = stage;
            _stageStart = clock.GetTimestamp();
        }

        if (!streams.ErrorIsTerminal)
        {
            if (begins)
            {
                streams.Error.WriteLine($"{stage} …");
            }
        }
        else if (begins || done >= 1 || clock.GetElapsedTime(_lastShown) >= LeastPause)
        {
            _lastShown = clock.GetTimestamp();
            int filled = (int)(done * BarWidth);
            string line = string.Create(
                CultureInfo.InvariantCulture, $"{stage,-14} [{new string('#', filled)}{new string('.', BarWidth - filled)}] {done,4:P0}{TimeLeft(done)}");
            streams.Error.Write("\r" + line.PadRight(LineWidth));
            _open = true;
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

    private string TimeLeft(double done)
    {
        TimeSpan elapsed = clock.GetElapsedTime(_stageStart);
        return done is <= 0 or >= 1 || elapsed < LeastEstimated ? "" : $", {Wording.Duration(elapsed * ((1 - done) / done))} left";
    }
}

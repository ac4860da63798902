using System.Globalization;

namespace RingPerf.Analysis.Reports;

/// <summary>How far a long run is: one moving line on a terminal, a line a stage elsewhere.</summary>
internal sealed class Progress(ToolStreams streams) : IDisposable
{
    private const int BarWidth = 30;

    private string _stage = "";
    private bool _open;

    /// <summary>Shows a stage and the part of it that is done, 0 to 1.</summary>
    internal void Show(string stage, double done)
    {
        if (streams.ErrorIsTerminal)
        {
            int filled = (int)(done * BarWidth);
            streams.Error.Write(string.Create(
                CultureInfo.InvariantCulture, $"\r{stage,-14} [{new string('#', filled)}{new string('.', BarWidth - filled)}] {done,4:P0}"));
            _open = true;
        }
        else if (stage != _stage)
        {
            streams.Error.WriteLine($"{stage} …");
        }

        _stage = stage;
    }

    /// <summary>Clears the moving line.</summary>
    public void Dispose()
    {
        if (_open)
        {
            streams.Error.Write("\r" + new string(' ', 60) + "\r");
            _open = false;
        }
    }
}

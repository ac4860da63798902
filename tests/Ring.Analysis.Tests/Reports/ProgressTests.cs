using RingPerf.Analysis.Reports;

namespace RingPerf.Analysis.Tests.Reports;

public sealed class ProgressTests : IDisposable
{
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly ManualClock _clock = new();

    public void Dispose() => _error.Dispose();

    [Fact]
    public void Show_OnATerminal_TellsTheTimeLeft()
    {
        using (Progress progress = Create(terminal: true))
        {
            progress.Show("drawing rings", 0.01);
            _clock.Advance(TimeSpan.FromSeconds(5));
            progress.Show("drawing rings", 0.1);
            _clock.Advance(TimeSpan.FromSeconds(45));
            progress.Show("drawing rings", 0.25);
            progress.Show("drawing rings", 1);
        }

        string[] lines = _error.ToString().Split('\r', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            [
                "drawing rings  [..............................]  1 %",
                "drawing rings  [###...........................] 10 %, 45 s left",
                "drawing rings  [#######.......................] 25 %, 2 min 30 s left",
                "drawing rings  [##############################] 100 %",
                "",
            ],
            lines.Select(line => line.TrimEnd()));
        Assert.All(lines, line => Assert.Equal(79, line.Length));
    }

    [Fact]
    public void Show_ManyTimesAtOnce_DrawsTheFirstAndTheLast()
    {
        using Progress progress = Create(terminal: true);

        for (int i = 1; i <= 1000; i++)
        {
            progress.Show("drawing", i / 1000.0);
        }

        Assert.Equal(2, _error.ToString().Count(c => c == '\r'));
    }

    [Fact]
    public void Show_Redirected_IsALineAStage()
    {
        using (Progress progress = Create(terminal: false))
        {
            progress.Show("drawing", 0.1);
            _clock.Advance(TimeSpan.FromSeconds(50));
            progress.Show("drawing", 1);
            progress.Show("writing", 0);
        }

        Assert.Equal("drawing …\nwriting …\n", _error.ToString());
    }

    [Fact]
    public void ShowKeys_LongWork_TellsTheTimeLeftOrTheCount()
    {
        using (Progress progress = Create(terminal: true))
        {
            progress.ShowKeys(1, 0.01);
            _clock.Advance(TimeSpan.FromSeconds(1.9));
            progress.ShowKeys(2, 0.1);
            Assert.Equal("", _error.ToString());
            _clock.Advance(TimeSpan.FromSeconds(0.1));
            progress.ShowKeys(3, 0.2);
            _clock.Advance(TimeSpan.FromSeconds(1));
            progress.ShowKeys(12_345_678, null);
        }

        string[] lines = _error.ToString().Split('\r', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["counting keys  [######........................] 20 %, 8 s left", "counting keys  12,345,678 keys", ""], lines.Select(line => line.TrimEnd()));
        Assert.All(lines, line => Assert.Equal(79, line.Length));
    }

    [Fact]
    public void ShowKeys_ShortWork_PrintsNothing()
    {
        using (Progress progress = Create(terminal: false))
        {
            progress.ShowKeys(1, 0.5);
            progress.ShowKeys(2, 1);
        }

        Assert.Equal("", _error.ToString());
    }

    [Theory]
    [InlineData(0.2, "1 s")]
    [InlineData(59, "59 s")]
    [InlineData(59.5, "1 min 00 s")]
    [InlineData(3599, "59 min 59 s")]
    [InlineData(3720, "1 h 02 min")]
    [InlineData(90_000, "25 h 00 min")]
    public void Duration_AnySpan_HasItsGreatestUnitFirst(double seconds, string text) =>
        Assert.Equal(text, Wording.Duration(TimeSpan.FromSeconds(seconds)));

    private Progress Create(bool terminal) => new(new ToolStreams(Stream.Null, Stream.Null, _error, 80, terminal), _clock);
}

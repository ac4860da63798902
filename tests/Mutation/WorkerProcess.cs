using System.Diagnostics;

namespace RingPerf.Mutation;

/// <summary>A worker in a process of its own, which may hang or die by a mutant.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private Task<string?> _answer;

    public WorkerProcess(TestSource tests, string assembly, string coverage, int active)
    {
        _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { ProgramBeside(tests), "work", tests.ToString(), assembly, coverage },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ActiveMutation"] = active.ToString() },
        })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _answer = ReadAnswerAsync();
    }

    /// <summary>The copy of this program beside the tests, which look for their files where it lies.</summary>
    public static string ProgramBeside(TestSource tests) =>
        Path.Combine(Path.GetDirectoryName(tests.Path)!, Path.GetFileName(typeof(WorkerProcess).Assembly.Location));

    /// <summary>The worker's answer; "timeout" where a batch of tests takes far longer than without the mutant, "crash" where the process ends.</summary>
    /// <remarks>Time is the process's own, so that other work does not decide; a process that does nothing gets four times as long.</remarks>
    public async Task<string> AskAsync(Mutant mutant)
    {
        if (await _answer is null)
        {
            return Campaign.Crashed;
        }

        await _process.StandardInput.WriteLineAsync($"{mutant.Id} {mutant.File}");
        await _process.StandardInput.FlushAsync();
        TimeSpan busy = TimeSpan.Zero;
        while (true)
        {
            _answer = ReadAnswerAsync();
            if (!await InTimeAsync(busy + Grace))
            {
                return Campaign.TimedOut;
            }

            string? answer = await _answer;
            if (answer is not null && answer.StartsWith(Worker.Batch, StringComparison.Ordinal))
            {
                busy = 3 * TimeSpan.FromMilliseconds(int.Parse(answer[Worker.Batch.Length..]));
                continue;
            }

            _answer = Task.FromResult<string?>(Worker.Ready);
            return answer ?? Campaign.Crashed;
        }
    }

    private async Task<bool> InTimeAsync(TimeSpan busy)
    {
        TimeSpan begun = _process.HasExited ? TimeSpan.Zero : _process.TotalProcessorTime;
        long wall = Stopwatch.GetTimestamp();
        while (await Task.WhenAny(_answer, Task.Delay(100)) != _answer)
        {
            if (!_process.HasExited && (_process.TotalProcessorTime - begun > busy || Stopwatch.GetElapsedTime(wall) > 4 * busy))
            {
                return false;
            }
        }

        return true;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    /// <summary>The next line that is an answer: tests may print lines of their own.</summary>
    private async Task<string?> ReadAnswerAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Worker.Mark, StringComparison.Ordinal))
            {
                return line[Worker.Mark.Length..];
            }
        }

        return null;
    }
}

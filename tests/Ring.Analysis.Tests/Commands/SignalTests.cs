using System.Diagnostics;

namespace RingPerf.Analysis.Tests.Commands;

/// <summary>Long work that Ctrl-C or a service manager ends: at once, with the shell's exit code, nothing printed and nothing left.</summary>
public sealed class SignalTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private Process? _started;

    // A test that fails must not leave its process working.
    public void Dispose()
    {
        if (_started is { HasExited: false })
        {
            _started.Kill();
            _started.WaitForExit();
        }

        _started?.Dispose();
        _folder.Dispose();
    }

    [UnixTheory]
    [InlineData("sweep", "-INT", 130)]
    [InlineData("sweep", "-TERM", 143)]
    [InlineData("sweep --out made/for/it", "-INT", 130)]
    [InlineData("compare", "-INT", 130)]
    [InlineData("compare --out made/for/it", "-TERM", 143)]
    [InlineData("advise --nodes 1000 --target 1.02", "-INT", 130)]
    [InlineData("advise --nodes 1000 --target 1.02 --out made/for/it", "-INT", 130)]
    [InlineData("report --nodes 500 --keys 10 --out made/for/it", "-INT", 130)]
    [InlineData("report --nodes 500 --keys 10 --out made/for/it", "-TERM", 143)]
    public void Executable_Ended_LeavesNothing(string arguments, string signal, int code)
    {
        Process process = Start(arguments);
        process.StandardInput.Close();

        // Work has begun, and the folder is made before it.
        Assert.EndsWith(" …", process.StandardError.ReadLine(), StringComparison.Ordinal);
        Assert.Equal(arguments.Contains("--out", StringComparison.Ordinal) ? ["made"] : [], _folder.Entries);
        AssertEnds(process, signal, code);
    }

    [UnixTheory]
    [InlineData("balance --keys-file -", "-INT", 130)]
    [InlineData("balance --keys-file - --out made/for/it", "-INT", 130)]
    [InlineData("balance --keys-file - --out made/for/it", "-TERM", 143)]
    [InlineData("owners --keys-file -", "-INT", 130)]
    public void Executable_EndedWhileItReads_LeavesNothing(string arguments, string signal, int code)
    {
        Process process = Start(arguments);

        // More than a pipe holds, so that the last byte is written when the first has been read.
        process.StandardInput.BaseStream.Write(new byte[1 << 20]);
        process.StandardInput.BaseStream.Flush();
        AssertEnds(process, signal, code);
    }

    private Process Start(string arguments) => _started = ToolProcess.Start(
        "dotnet", [ToolProcess.ToolPath, .. arguments.Split(' ')], _folder.Path, ("XDG_CACHE_HOME", _folder.Of("cache")));

    private void AssertEnds(Process process, string signal, int code)
    {
        ToolProcess.Run("/bin/kill", [signal, $"{process.Id}"]).Succeeded();
        ToolRun run = ToolProcess.Finish(process);

        Assert.Equal(code, run.Code);
        Assert.Equal("", run.Text + run.Error);
        Assert.Empty(_folder.Entries);
    }
}

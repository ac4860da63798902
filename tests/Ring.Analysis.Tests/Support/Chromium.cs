namespace RingPerf.Analysis.Tests.Support;

/// <summary>A headless browser: an address to its final DOM and what its console said.</summary>
internal static class Chromium
{
    private static readonly string[] Candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    internal static string? Path => Array.Find(Candidates, File.Exists);

    internal static (string Dom, string[] Console) Load(string file, bool dark)
    {
        using var profile = new TestFolder();
        ToolRun run = ToolProcess.Run(
            Path!,
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--allow-file-access-from-files", "--enable-logging=stderr",
                $"--user-data-dir={profile.Path}", $"--blink-settings=preferredColorScheme={(dark ? 0 : 1)}", "--dump-dom",
                new Uri(file).AbsoluteUri,
            ]);
        Assert.True(run.Code == 0, run.Error);
        return (run.Text, [.. run.ErrorLines.Where(line => line.Contains("CONSOLE", StringComparison.Ordinal))]);
    }
}

using RingPerf.Repo.Tests;

namespace RingPerf.Packages.Tests;

/// <summary>The tool, installed from its package, in a folder that is empty but for what it writes.</summary>
[Collection(Packed.Name)]
public sealed class ToolTests(PackedRepository packed)
{
    [Fact]
    public async Task Tool_Installed_WorksFromAnyFolder()
    {
        string tools = packed.CreateFolder("tools");
        string work = packed.CreateFolder("work");
        await Command.RunAsync(
            work,
            Command.DotNet,
            ["tool", "install", "RingPerf", "--tool-path", tools, "--add-source", packed.Packages, "--version", packed.Version]);
        string ringperf = Path.Combine(tools, "ringperf");

        Assert.StartsWith("0.1.0", await Command.RunAsync(work, ringperf, ["--version"]), StringComparison.Ordinal);

        string[] owners = (await Command.RunAsync(work, ringperf, ["owners", "--nodes", "3"])).TrimEnd('\n').Split('\n');
        string[] keys = Repository.Read("data/debian-bookworm-packages.txt").TrimEnd('\n').Split('\n');
        Assert.Equal(keys, owners.Select(line => line.Split('\t')[0]));

        await Command.RunAsync(work, ringperf, ["report"]);
        string page = await File.ReadAllTextAsync(Path.Combine(work, "ringperf-report", "index.html"));
        Assert.Contains("debian", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.EndsWith("</html>", page.TrimEnd(), StringComparison.Ordinal);
    }
}

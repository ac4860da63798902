using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace RingPerf.Coordination.Tests;

/// <summary>The example of docs/coordinator.md, compiled and run as it stands there.</summary>
public sealed class HostingExample
{
    private const string Begin = "        // docs begin\n";
    private const string End = "        // docs end\n";

    [Fact]
    public async Task Example_Run_OwnsEverythingAlone() => Assert.Equal(["alarm-1", "alarm-2"], await RunAsync());

    [Fact]
    public void Example_InTheDocs_IsThisCode()
    {
        string source = DocumentationTests.Read("tests/Coordinator.Tests/Hosting/HostingExample.cs");
        int begin = source.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        string[] lines = source[begin..source.IndexOf(End, begin, StringComparison.Ordinal)].TrimEnd().Split('\n');
        string example = string.Join('\n', lines.Select(line => line.Length > 8 ? line[8..] : ""));

        Assert.Contains($"```csharp\n{example}\n```", DocumentationTests.Read("docs/coordinator.md"), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> RunAsync()
    {
        // docs begin
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Services.AddPartitionCoordinator(options =>
        {
            options.BackendUrl = "memory://fleet";
            options.GroupId = "alarm_evaluator";
        }).AddInMemoryDriver();

        using IHost host = builder.Build();
        await host.StartAsync();
        var coordinator = host.Services.GetRequiredService<PartitionCoordinator>();
        IReadOnlyList<string> mine = await coordinator.ExtractMySubsetAsync(null, ["alarm-1", "alarm-2"], alarm => alarm);
        await host.StopAsync();
        // docs end
        return mine;
    }
}

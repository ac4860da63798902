using RingPerf.Repo.Tests;

namespace RingPerf.Packages.Tests;

/// <summary>A console project of a user, built once: the README's example, then a coordinator of one.</summary>
public sealed class ConsumerProject(PackedRepository packed) : IAsyncLifetime
{
    private const string Share =
        """
        using RingPerf.Coordination;
        using RingPerf.Coordination.InMemory;

        internal static class Share
        {
            internal static async Task<string> OfOneAsync()
            {
                var drivers = new CoordinationDriverRegistry().AddInMemory();
                await using var coordinator = new PartitionCoordinator(
                    new PartitionCoordinatorOptions { BackendUrl = "memory://fleet" }, drivers);
                await coordinator.StartAsync();
                await coordinator.JoinGroupAsync("group");
                return string.Join(' ', await coordinator.ExtractMySubsetAsync("group", ["alarm-1", "alarm-2"], alarm => alarm));
            }
        }
        """;

    private readonly string _folder = packed.CreateFolder("consumer");

    internal static string Output => $"{ReadmeExample.Output}alarm-1 alarm-2\n";

    public async Task InitializeAsync()
    {
        Write();
        await DotNetAsync("build");
    }

    internal Task<string> RunAsync() => RunAsync("bin", "Release", "net10.0", PackedRepository.Runtime);

    internal async Task<string> RunNativeAsync()
    {
        string log = await DotNetAsync("publish", "--no-build", "-o", "native");
        Assert.DoesNotContain("warning", log, StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists(Path.Combine(_folder, "native", "Consumer.dll")));
        return await RunAsync("native");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private Task<string> RunAsync(params string[] output) => Command.RunAsync(_folder, Path.Combine([_folder, .. output, "Consumer"]), []);

    private Task<string> DotNetAsync(params string[] arguments) =>
        Command.RunAsync(_folder, Command.DotNet, [.. arguments, "-c", "Release", "--nologo"]);

    private void Write()
    {
        File.WriteAllText(Path.Combine(_folder, "Program.cs"), $"{ReadmeExample.Program}Console.WriteLine(await Share.OfOneAsync());\n");
        File.WriteAllText(Path.Combine(_folder, "Share.cs"), Share);
        File.WriteAllText(
            Path.Combine(_folder, "nuget.config"),
            $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{packed.Packages}" />
              </packageSources>
            </configuration>
            """);
        File.WriteAllText(
            Path.Combine(_folder, "Consumer.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <RuntimeIdentifier>{PackedRepository.Runtime}</RuntimeIdentifier>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <PublishAot>true</PublishAot>
                <TrimmerSingleWarn>false</TrimmerSingleWarn>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="RingPerf.Ring" Version="{packed.Version}" />
                <PackageReference Include="RingPerf.Coordinator.InMemory" Version="{packed.Version}" />
                <!-- Whole, not what the example calls alone. -->
                <TrimmerRootAssembly Include="RingPerf.Ring;RingPerf.Coordinator;RingPerf.Coordinator.InMemory" />
              </ItemGroup>
            </Project>
            """);
    }
}

using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.CsProj;
using BenchmarkDotNet.Toolchains.DotNetCli;

namespace RingPerf.Benchmarks.Running;

/// <summary>BenchmarkDotNet's default toolchain, told where our project is.</summary>
/// <remarks>Left alone it looks for a project file with the assembly's name, below the folder the user happens to be in.</remarks>
internal static class ProjectToolchain
{
    private static readonly NetCoreAppSettings Settings = NetCoreAppSettings.NetCoreApp10_0;

    internal static IToolchain Instance { get; } = new Toolchain(
        Settings.Name,
        new Generator(),
        new DotNetCliBuilder(Settings.TargetFrameworkMoniker),
        new DotNetCliExecutor(customDotNetCliPath: null!));

    private sealed class Generator() : CsProjGenerator(
        Settings.TargetFrameworkMoniker, cliPath: null!, packagesPath: null!, runtimeFrameworkVersion: null!)
    {
        private const string ProjectFile = "Ring.Benchmarks.csproj";

        protected override FileInfo GetProjectFilePath(Type benchmarkTarget, ILogger logger)
        {
            for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var project = new FileInfo(Path.Combine(folder.FullName, ProjectFile));
                if (project.Exists)
                {
                    return project;
                }
            }

            throw new FileNotFoundException($"{ProjectFile} is not above {AppContext.BaseDirectory}; run from the source tree.");
        }
    }
}

using BenchmarkDotNet.Configs;
using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.ConsoleArguments.ListBenchmarks;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using RingPerf.Benchmarks.Arguments;
using RingPerf.Benchmarks.Inputs;
using RingPerf.Benchmarks.Machine;
using RingPerf.Benchmarks.Results;
using RingPerf.Benchmarks.Results.Plots;
using RingPerf.Benchmarks.Running;

namespace RingPerf.Benchmarks;

/// <summary>The command, from arguments to exit code.</summary>
/// <param name="log">Where BenchmarkDotNet reports its progress.</param>
/// <param name="output">Our own output.</param>
/// <param name="error">One line for each error.</param>
internal sealed class BenchmarkCommand(ILogger log, TextWriter output, TextWriter error)
{
    private const int Success = 0;
    private const int Failure = 1;
    private const int BadUsage = 2;

    internal int Run(string[] args)
    {
        try
        {
            RunArguments arguments = ArgumentReader.Read(args);
            if (arguments.Help)
            {
                output.Write(HelpText.Text);
                return Success;
            }

            return Run(arguments, CommandText.Shown(args));
        }
        catch (UsageException e)
        {
            error.WriteLine(e.Message);
            return BadUsage;
        }
    }

    /// <summary>Runs or lists what was asked for.</summary>
    /// <exception cref="UsageException">An argument or an input file is wrong.</exception>
    internal int Run(RunArguments arguments, string command)
    {
        (IConfig theirs, CommandLineOptions options) = PassThrough.Read(arguments);
        IConfig config = ManualConfig.Union(SuiteConfig.Create(log, arguments), theirs);
        UserData.Use(arguments.NodesFile, arguments.KeysFile);
        if (options.PrintInformation || options.ListBenchmarkCaseMode != ListBenchmarkCaseMode.Disabled)
        {
            BenchmarkSwitcher.FromTypes([.. arguments.Suites.Select(suite => suite.Type)]).Run(arguments.PassThrough, config);
            return Success;
        }

        return Measure(arguments, command, config);
    }

    private int Measure(RunArguments arguments, string command, IConfig config)
    {
        CpuDescription cpu = CpuDescription.Current();
        using ResultFolder folder = ResultFolder.At(arguments.Out.Replace(CpuSlug.Field, cpu.Slug, StringComparison.Ordinal));
        var run = new SuiteRun(arguments, config, ResultFiles.ArtifactsIn(folder.Aside));
        folder.Open();
        RunEnvironment environment = run.Execute(command, cpu);
        ResultFiles.Lift(folder.Aside);
        EnvironmentFile.Write(folder.Aside, environment);
        ResultPlots.Write(folder.Aside, environment);
        bool failed = environment.Failed.Count > 0;
        string place = folder.Publish(failed);
        if (failed)
        {
            error.WriteLine(
                $"{environment.Failed.Count} of {environment.Benchmarks} benchmarks have no measurement, among them "
                + $"{environment.Failed[0]}; --out is as it was, see {place}");
            return Failure;
        }

        output.WriteLine($"{environment.Benchmarks} benchmarks in {environment.Seconds} s: {place}");
        return Success;
    }
}

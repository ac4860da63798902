using RingPerf.Benchmarks.Machine;
using RingPerf.Benchmarks.Running;
using RingPerf.Benchmarks.Suites;

namespace RingPerf.Benchmarks.Arguments;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpText
{
    internal static string Text { get; } =
        $"""
        Times the consistent hash ring and its rivals with BenchmarkDotNet.

          dotnet run -c Release --project src/Ring.Benchmarks -- [options] [BenchmarkDotNet's options]

          --quick            short iterations in this process: minutes for everything; without it each benchmark runs
                             long iterations in a process of its own
          --out DIR          where the results go: JSON, markdown and CSV of each suite, plots (SVG), environment.json. "{CpuSlug.Field}" in DIR
                             becomes the CPU's name. A folder of an earlier run is replaced. [{new RunArguments().Out}]
          --suite NAME       only this suite; may be repeated
          --nodes-file FILE  your nodes, one a line, for {TakersOfUserData}
          --keys-file FILE   your keys, one a line, for {TakersOfUserData}
          --job NAME         {string.Join(", ", Jobs.Names)}: BenchmarkDotNet's job in place of ours
          --help             this text

        Suites:
        {string.Join('\n', Suite.All.Select(suite => $"  {suite.Name,-18} {suite.Question}"))}

        All other options are BenchmarkDotNet's, for example:
          --list flat        names of all benchmarks, nothing is run
          --filter PATTERN   only benchmarks whose name matches, for example *Lookup*Md5*
          --iterationCount N
          https://benchmarkdotnet.org/articles/guides/console-args.html has the rest.

        Exit codes: 0 all measured, 1 a benchmark failed, 2 an argument or an input file is wrong.

        """;

    private static string TakersOfUserData =>
        string.Join(", ", Suite.All.Where(suite => suite.TakesUserData).Select(suite => suite.Name));
}

using System.CommandLine;
using System.CommandLine.Help;
using RingPerf.Analysis.Reports;
using RingPerf.Fleet;

namespace RingPerf.Analysis.Commands;

/// <summary>The tool's commands; without one it is <c>report</c>.</summary>
internal static class ToolCommands
{
    private static readonly string[] RootOptions = ["--help", "-h", "-?", "/?", "/h", "--version"];

    internal static RootCommand Root(ToolStreams streams)
    {
        var root = new RootCommand("Analyses consistent hash rings: who owns what, how even it is, what collides.")
        {
            ReportCommand.Create(streams),
            OwnersCommand.Create(streams),
            BalanceCommand.Create(streams),
            MovementCommand.Create(streams),
            SweepCommand.Create(streams),
            AdviseCommand.Create(streams),
            CompareCommand.Create(streams),
            CollisionsCommand.Create(streams),
            VerifyCommand.Create(streams),
            BenchDiffCommand.Create(streams),
            FleetCommand.Create(new FleetOutput(streams)),
        };
        foreach (HelpAction help in root.Options.Select(option => option.Action).OfType<HelpAction>())
        {
            help.MaxWidth = streams.Width;
        }

        return root;
    }

    /// <summary>The arguments with <c>report</c> in front where they start with an option, or with nothing.</summary>
    internal static IReadOnlyList<string> WithDefaultCommand(IReadOnlyList<string> args) =>
        args.Count == 0 || (args[0].StartsWith('-') && !RootOptions.Contains(args[0])) ? [ReportCommand.Name, .. args] : args;
}

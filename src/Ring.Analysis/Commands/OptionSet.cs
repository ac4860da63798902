using System.CommandLine;

namespace RingPerf.Analysis.Commands;

/// <summary>Options that belong together, in every command that has them.</summary>
internal abstract class OptionSet
{
    /// <summary>All of them, in the order of the help.</summary>
    internal abstract IEnumerable<Option> Options { get; }

    internal void AddTo(Command command)
    {
        foreach (Option option in Options)
        {
            command.Add(option);
        }
    }
}

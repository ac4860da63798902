using System.Reflection;
using System.Runtime.InteropServices;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Reports;

/// <summary>What a folder of results was made from.</summary>
/// <param name="Version">Version of this tool.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="Platform">Operating system and architecture.</param>
/// <param name="Command">The command line that makes it again.</param>
/// <param name="Nodes">Number of distinct nodes.</param>
/// <param name="Replicas">Points of each node.</param>
/// <param name="Labels">Label format.</param>
/// <param name="Hash">Hash.</param>
/// <param name="CollisionRule">Collision rule.</param>
/// <param name="Keys">What the keys are.</param>
internal sealed record RunDescription(
    string Version,
    string Runtime,
    string Platform,
    string Command,
    int Nodes,
    int Replicas,
    string Labels,
    string Hash,
    string CollisionRule,
    string Keys)
{
    internal static RunDescription Of(HashRing ring, string command, string keys) =>
        new(
            ToolVersion,
            RuntimeInformation.FrameworkDescription,
            RuntimeInformation.RuntimeIdentifier,
            command,
            ring.Nodes.Count,
            ring.Options.Replicas,
            OptionText.NameOf(OptionText.Labels, ring.Options.Labels),
            OptionText.NameOf(OptionText.Hashes, ring.Options.Hash),
            OptionText.NameOf(OptionText.Collisions, ring.Options.Collisions),
            keys);

    private static string ToolVersion =>
        typeof(RunDescription).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}

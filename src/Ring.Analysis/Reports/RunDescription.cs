using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Reports;

/// <summary>What a folder of results was made from.</summary>
/// <param name="Version">Version of this tool.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="Platform">Operating system and architecture.</param>
/// <param name="Command">The command line that makes it again.</param>
/// <param name="Nodes">Number of distinct nodes; null for a run over many rings.</param>
/// <param name="Replicas">Points of each node; null for a run over many rings.</param>
/// <param name="Profile">Whose ring it is.</param>
/// <param name="Labels">Label format.</param>
/// <param name="Hash">Hash.</param>
/// <param name="CollisionRule">Collision rule.</param>
/// <param name="Keys">What the keys are.</param>
internal sealed record RunDescription(
    string Version,
    string Runtime,
    string Platform,
    string Command,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Nodes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Replicas,
    string Profile,
    string Labels,
    string Hash,
    string CollisionRule,
    string Keys)
{
    internal static RunDescription Of(HashRing ring, string command, string keys) =>
        OfMany(ring.Options, command, keys) with { Nodes = ring.Nodes.Count, Replicas = ring.Options.Replicas };

    /// <summary>The description of a run over rings of more than one size.</summary>
    internal static RunDescription OfMany(HashRingOptions options, string command, string keys) =>
        new(
            ToolVersion,
            RuntimeInformation.FrameworkDescription,
            RuntimeInformation.RuntimeIdentifier,
            command,
            null,
            null,
            OptionText.NameOf(OptionText.Profiles, options.Profile),
            OptionText.NameOf(OptionText.Labels, options.Labels),
            OptionText.NameOf(OptionText.Hashes, options.Hash),
            OptionText.NameOf(OptionText.Collisions, options.Collisions),
            keys);

    private static string ToolVersion =>
        typeof(RunDescription).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}

using System.Globalization;
using System.Runtime.InteropServices;

namespace RingPerf.Analysis.Statistics;

/// <summary>Which replica count is asked for.</summary>
/// <param name="Nodes">Number of nodes.</param>
/// <param name="Target">The bound of peak-to-mean, above 1.</param>
/// <param name="Confidence">The part of all rings that is to keep it.</param>
/// <param name="Rings">Real rings to draw.</param>
/// <param name="Options">Profile, labels, hash and collision rule of the rings.</param>
/// <param name="Seed">Seed of the draws.</param>
internal sealed record ReplicaQuestion(int Nodes, double Target, double Confidence, int Rings, HashRingOptions Options, ulong Seed)
{
    /// <summary>Everything that the answer depends on, in one line: the question, the very build of tool and ring, runtime and platform.</summary>
    internal string Key => string.Create(
        CultureInfo.InvariantCulture,
        $"advise {Nodes} {Target:R} {Confidence:R} {Rings} {Options.Profile} {Options.Labels} {Options.Hash} {Options.Collisions} {Seed} {BuildOf(typeof(Tool))} {BuildOf(typeof(HashRing))} {RuntimeInformation.FrameworkDescription} {RuntimeInformation.RuntimeIdentifier}");

    // The compiler gives every build of other code another id, so no version number has to be raised for that.
    private static string BuildOf(Type type) => $"{type.Assembly.GetName().Version} {type.Module.ModuleVersionId}";
}

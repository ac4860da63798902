using RingPerf.Coordination.Soak.Faults;

namespace RingPerf.Coordination.Soak.Running;

/// <summary>What a soak has shown.</summary>
/// <param name="Backend">The kind of server.</param>
/// <param name="Version">The server.</param>
/// <param name="Settings">How the fleet was soaked.</param>
/// <param name="Faults">Faults made.</param>
/// <param name="Samples">How often the split was found exact between faults; it always was.</param>
/// <param name="Took">How long it ran, from the settled fleet on.</param>
/// <param name="Measured">Times until the split was exact.</param>
internal sealed record SoakResult(
    string Backend, string Version, SoakSettings Settings, int Faults, long Samples, TimeSpan Took, IReadOnlyList<Measured> Measured);

using RingPerf.Fuzz.Targets;

namespace RingPerf.Fuzz.Mutation;

/// <summary>The committed inputs of each target, beside the program.</summary>
internal static class SeedFiles
{
    /// <summary>A target's seeds in the order of their names.</summary>
    internal static IReadOnlyList<byte[]> Of(IFuzzTarget target) =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "corpus", target.Name)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
}

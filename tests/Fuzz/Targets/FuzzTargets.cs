namespace RingPerf.Fuzz.Targets;

/// <summary>Every target there is.</summary>
internal static class FuzzTargets
{
    internal static IReadOnlyList<IFuzzTarget> All { get; } =
    [
        new KeyTarget(), new NodeTarget(), new UrlTarget(), new StateTarget(), new JsonTarget(), new LineTarget(), new NodeFileTarget(),
        new OptionTarget(), new CapabilityTarget(), new RespTarget(),
    ];

    /// <summary>The target of a name; null where there is none.</summary>
    internal static IFuzzTarget? Named(string name) => All.FirstOrDefault(target => target.Name == name);
}

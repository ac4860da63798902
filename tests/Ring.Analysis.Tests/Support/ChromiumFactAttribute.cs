namespace RingPerf.Analysis.Tests.Support;

/// <summary>A fact that needs a Chromium to run.</summary>
public sealed class ChromiumFactAttribute() : RequirementFactAttribute(Chromium.Path is not null, "Chromium (Debian: chromium)");

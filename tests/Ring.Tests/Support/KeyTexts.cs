namespace RingPerf.Tests;

/// <summary>Keys as the properties draw them.</summary>
public sealed record KeyTexts(string[] Texts)
{
    public override string ToString() => $"[{string.Join(", ", Texts.Select(Printable.Quote))}]";
}

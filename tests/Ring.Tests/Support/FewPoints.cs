namespace RingPerf.Tests;

/// <summary>Changes of a point table whose positions have few bits, so that most of them collide.</summary>
public sealed record FewPoints(PointChange[] Changes)
{
    public override string ToString() => string.Join("; ", (object[])Changes);
}

/// <summary>A node joins with some positions, or one leaves; <paramref name="Place"/> says which, or at which rank.</summary>
public sealed record PointChange(bool Removes, int Place, uint[] Positions)
{
    public override string ToString() => Removes ? $"remove {Place}" : $"add at {Place}: {string.Join(' ', Positions)}";
}

using System.Text;

namespace RingPerf.Tests;

/// <summary>The arguments of a ring's constructor, as the properties draw them.</summary>
public sealed record RingInput(string[] Nodes, HashRingOptions Options)
{
    internal string[] Distinct => [.. Nodes.Distinct()];

    /// <summary>The nodes in the order in which a later one wins.</summary>
    internal string[] WinningOrder => Options.Collisions == CollisionRule.Canonical
        ? [.. Distinct.Order(Comparer<string>.Create(CompareUtf8))]
        : Nodes;

    public override string ToString() => $"[{string.Join(", ", Nodes.Select(Printable.Quote))}] {Options}";

    internal HashRing Build() => new(Nodes, Options);

    internal PythonModel Model() => new(WinningOrder, Options.Replicas, Options.Labels, Options.Hash);

    private static int CompareUtf8(string left, string right)
    {
        byte[] x = Encoding.UTF8.GetBytes(left);
        byte[] y = Encoding.UTF8.GetBytes(right);
        for (int i = 0; i < Math.Min(x.Length, y.Length); i++)
        {
            if (x[i] != y[i])
            {
                return x[i] - y[i];
            }
        }

        return x.Length - y.Length;
    }
}

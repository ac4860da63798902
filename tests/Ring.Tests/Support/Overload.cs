namespace RingPerf.Tests;

/// <summary>One way to ask a ring for the owner of a key.</summary>
/// <param name="Name">The call.</param>
/// <param name="Parameter">The parameter that an error about the text names, or null where it takes bytes, which are never wrong.</param>
/// <param name="Ask">Index of the owner, -1 for none; allocates nothing itself.</param>
internal sealed record Overload(string Name, string? Parameter, Func<HashRing, Key, int> Ask)
{
    internal static readonly Overload[] All =
    [
        new("GetNodeIndex(string)", "key", (ring, key) => ring.GetNodeIndex(key.Text)),
        new("GetNodeIndex(chars)", "key", (ring, key) => ring.GetNodeIndex(key.Chars)),
        new("GetNodeIndex(utf8)", null, (ring, key) => ring.GetNodeIndex(key.Utf8)),
        new("GetNode(string)", "key", (ring, key) => IndexOf(ring, ring.GetNode(key.Text))),
        new("GetNode(chars)", "key", (ring, key) => IndexOf(ring, ring.GetNode(key.Chars))),
        new("GetNode(utf8)", null, (ring, key) => IndexOf(ring, ring.GetNode(key.Utf8))),
        new("GetPosition(string)", "key", (ring, key) => ring.GetNodeIndexAt(ring.GetPosition(key.Text))),
        new("GetPosition(chars)", "key", (ring, key) => ring.GetNodeIndexAt(ring.GetPosition(key.Chars))),
        new("GetPosition(utf8)", null, (ring, key) => ring.GetNodeIndexAt(ring.GetPosition(key.Utf8))),
        new("GetNodeIndices(packed)", null, AskPacked),
        new("GetNodeIndices(strings)", "keys", AskStrings),
    ];

    internal static TheoryData<string> Names => [.. All.Select(overload => overload.Name)];

    internal static TheoryData<string> TextNames =>
        [.. All.Where(overload => overload.Parameter is not null).Select(overload => overload.Name)];

    internal static Overload Of(string name) => Array.Find(All, overload => overload.Name == name)!;

    /// <summary>The owner of a key, after every overload has given it.</summary>
    internal static int OwnerOf(HashRing ring, string text)
    {
        var key = new Key(text);
        int owner = ring.GetNodeIndex(text);
        foreach (Overload overload in All)
        {
            int answer = overload.Ask(ring, key);
            if (answer != owner)
            {
                Assert.Fail($"{overload.Name} says {answer}, GetNodeIndex(string) {owner}, for {Printable.Quote(text)}.");
            }
        }

        return owner;
    }

    private static int AskPacked(HashRing ring, Key key)
    {
        ring.GetNodeIndices(key.Packed, key.Offsets, key.Answers);
        return key.Answers[1];
    }

    private static int AskStrings(HashRing ring, Key key)
    {
        ring.GetNodeIndices(key.Batch, key.Answers);
        return key.Answers[1];
    }

    private static int IndexOf(HashRing ring, string? node)
    {
        for (int i = 0; i < ring.Nodes.Count; i++)
        {
            if (node == ring.Nodes[i])
            {
                return i;
            }
        }

        Assert.Null(node);
        return -1;
    }
}

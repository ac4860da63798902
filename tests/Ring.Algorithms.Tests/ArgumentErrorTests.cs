namespace RingPerf.Algorithms.Tests;

/// <summary>Wrong arguments of every algorithm, and what the errors say.</summary>
public sealed class ArgumentErrorTests
{
    private static readonly Dictionary<string, (string Parameter, Action Call)> Nulls = new()
    {
        ["JumpHash"] = ("nodes", () => _ = new JumpHash(null!)),
        ["Rendezvous"] = ("nodes", () => _ = new Rendezvous(null!)),
        ["WeightedRendezvous"] = ("nodes", () => _ = new WeightedRendezvous(null!)),
        ["Maglev"] = ("nodes", () => _ = new Maglev(null!)),
        ["MultiProbe"] = ("nodes", () => _ = new MultiProbe(null!)),
        ["Anchor"] = ("nodes", () => _ = new Anchor(null!)),
        ["DxHash"] = ("nodes", () => _ = new DxHash(null!)),
        ["Memento"] = ("nodes", () => _ = new Memento(null!)),
        ["Anchor.Add"] = ("node", () => new Anchor(["a"]).Add(null!)),
        ["Anchor.Remove"] = ("node", () => new Anchor(["a"]).Remove(null!)),
        ["DxHash.Add"] = ("node", () => new DxHash(["a"]).Add(null!)),
        ["DxHash.Remove"] = ("node", () => new DxHash(["a"]).Remove(null!)),
        ["Memento.Add"] = ("node", () => new Memento(["a"]).Add(null!)),
        ["Memento.Remove"] = ("node", () => new Memento(["a"]).Remove(null!)),
        ["GetNodeIndex(chars)"] = ("selector", () => ((INodeSelector)null!).GetNodeIndex("a".AsSpan())),
        ["GetNodeIndex(utf8)"] = ("selector", () => ((INodeSelector)null!).GetNodeIndex("a"u8)),
    };

    private static readonly Dictionary<string, (string Parameter, object Value, string Message, Action Call)> OutOfRange = new()
    {
        ["JumpHash.Bucket 0"] = ("buckets", 0, "must be greater than or equal to '1'", () => JumpHash.Bucket(1, 0)),
        ["JumpHash.Bucket -1"] = ("buckets", -1, "must be greater than or equal to '1'", () => JumpHash.Bucket(1, -1)),
        ["MultiProbe 0"] = ("probes", 0, "must be greater than or equal to '1'", () => _ = new MultiProbe(["a"], 0)),
        ["Anchor below nodes"] = ("capacity", 1, "must be greater than or equal to '2'", () => _ = new Anchor(["a", "b"], 1)),
        ["Anchor 0"] = ("capacity", 0, "must be greater than or equal to '1'", () => _ = new Anchor([], 0)),
        ["DxHash below nodes"] = ("capacity", 1, "must be greater than or equal to '2'", () => _ = new DxHash(["a", "b"], 1)),
        ["DxHash 0"] = ("capacity", 0, "must be greater than or equal to '1'", () => _ = new DxHash([], 0)),
        ["DxHash 3"] = ("capacity", 3, "The capacity is 3; it must be a power of two.", () => _ = new DxHash(["a", "b"], 3)),
        ["Maglev below nodes"] = ("tableSize", 2, "must be greater than '3'", () => _ = new Maglev(Inputs.Nodes(3), 2)),
        ["Maglev as nodes"] = ("tableSize", 3, "must be greater than '3'", () => _ = new Maglev(Inputs.Nodes(3), 3)),
        ["Maglev 4"] = ("tableSize", 4, "must be a prime", () => _ = new Maglev(Inputs.Nodes(3), 4)),
        ["Maglev 1"] = ("tableSize", 1, "must be a prime", () => _ = new Maglev([], 1)),
        ["Maglev 65535"] = ("tableSize", 65535, "must be a prime", () => _ = new Maglev(Inputs.Nodes(3), 65535)),
        ["WeightedRendezvous 0"] = Weight(0.0),
        ["WeightedRendezvous -1"] = Weight(-1.0),
        ["WeightedRendezvous NaN"] = Weight(double.NaN),
        ["WeightedRendezvous Infinity"] = Weight(double.PositiveInfinity),
    };

    public static TheoryData<string> NullCalls => [.. Nulls.Keys];

    public static TheoryData<string> OutOfRangeCalls => [.. OutOfRange.Keys];

    [Theory]
    [MemberData(nameof(NullCalls))]
    public void Argument_Null_IsRefused(string call) => Assert.Throws<ArgumentNullException>(Nulls[call].Parameter, Nulls[call].Call);

    [Theory]
    [MemberData(nameof(OutOfRangeCalls))]
    public void Argument_OutOfRange_IsNamedWithItsValueAndWhatIsAllowed(string call)
    {
        (string parameter, object value, string message, Action act) = OutOfRange[call];
        var error = Assert.Throws<ArgumentOutOfRangeException>(parameter, act);

        Assert.Equal(value, error.ActualValue);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static (string Parameter, object Value, string Message, Action Call) Weight(double weight) => (
        "nodes", weight, $"The weight of b is {weight}; it must be a finite number above 0.",
        () => _ = new WeightedRendezvous([("a", 1), ("b", weight)]));
}

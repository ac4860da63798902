using System.Reflection;
using RingPerf.Hashing;
using RingPerf.Search;

namespace RingPerf.Tests;

/// <summary>Every public method that takes a key as text, whatever its type, refuses null and a lone surrogate and names the key.</summary>
public sealed class KeyOverloadErrorTests
{
    private static readonly HashRing Ring = new(["a", "b", "c"]);
    private static readonly HashRing<Md5Hash, BucketSearch> Typed = new(Ring);
    private static readonly ConcurrentHashRing Shared = new(Ring);
    private static readonly RingChange Change = new(Ring, Ring);
    private static readonly BoundedLoads Loads = new(Ring, 1.5);
    private static readonly int[] Zones = [0, 1, 2];

    private static readonly Dictionary<string, Action<string>> Calls = new()
    {
        ["HashRing.GetNode(string)"] = key => Ring.GetNode(key),
        ["HashRing.GetNode(chars)"] = key => Ring.GetNode(key.AsSpan()),
        ["HashRing.GetNodeIndex(string)"] = key => Ring.GetNodeIndex(key),
        ["HashRing.GetNodeIndex(chars)"] = key => Ring.GetNodeIndex(key.AsSpan()),
        ["HashRing.GetPosition(string)"] = key => Ring.GetPosition(key),
        ["HashRing.GetPosition(chars)"] = key => Ring.GetPosition(key.AsSpan()),
        ["HashRing.GetNodes(string, nodes)"] = key => Ring.GetNodes(key, []),
        ["HashRing.GetNodes(chars, nodes)"] = key => Ring.GetNodes(key.AsSpan(), []),
        ["HashRing.GetNodes(string, nodes, excluded)"] = key => Ring.GetNodes(key, [], [0]),
        ["HashRing.GetNodes(chars, nodes, excluded)"] = key => Ring.GetNodes(key.AsSpan(), [], [0]),
        ["HashRing.GetNodes(string, nodes, filter)"] = key => Ring.GetNodes(key, [], new EvenNodes([])),
        ["HashRing.GetNodes(chars, nodes, filter)"] = key => Ring.GetNodes(key.AsSpan(), [], new EvenNodes([])),
        ["HashRing.GetNodesAcrossZones(string, nodes, zones)"] = key => Ring.GetNodesAcrossZones(key, [], Zones),
        ["HashRing.GetNodesAcrossZones(chars, nodes, zones)"] = key => Ring.GetNodesAcrossZones(key.AsSpan(), [], Zones),
        ["HashRing`2.GetNode(string)"] = key => Typed.GetNode(key),
        ["HashRing`2.GetNode(chars)"] = key => Typed.GetNode(key.AsSpan()),
        ["HashRing`2.GetNodeIndex(string)"] = key => Typed.GetNodeIndex(key),
        ["HashRing`2.GetNodeIndex(chars)"] = key => Typed.GetNodeIndex(key.AsSpan()),
        ["ConcurrentHashRing.GetNode(string)"] = key => Shared.GetNode(key),
        ["ConcurrentHashRing.GetNode(chars)"] = key => Shared.GetNode(key.AsSpan()),
        ["RingChange.GetOwners(string)"] = key => Change.GetOwners(key),
        ["RingChange.GetOwners(chars)"] = key => Change.GetOwners(key.AsSpan()),
        ["BoundedLoads.Assign(string)"] = key => Loads.Assign(key),
        ["BoundedLoads.Assign(chars)"] = key => Loads.Assign(key.AsSpan()),
    };

    public static TheoryData<string> All => [.. Calls.Keys];

    public static TheoryData<string> OfStrings => [.. Calls.Keys.Where(call => call.Contains("(string", StringComparison.Ordinal))];

    [Fact]
    public void PublicMethods_WithAKeyAsText_AreAllHere()
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<string> methods = typeof(HashRing).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods(Own))
            .Where(method => method.GetParameters().Any(IsText)).Select(method =>
                $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(NameOf))})");

        Assert.Equal(Calls.Keys.Order(), methods.Order());
    }

    [Theory]
    [MemberData(nameof(OfStrings))]
    public void Key_Null_IsRefused(string call) => Assert.Throws<ArgumentNullException>("key", () => Calls[call](null!));

    [Theory]
    [MemberData(nameof(All))]
    public void Key_LoneSurrogate_IsRefusedAndNamed(string call) => MessageAssert.Starts(
        "The key \"k\\uD800\" has the lone surrogate U+D800 at index 1; text must be valid UTF-16.",
        Assert.Throws<ArgumentException>("key", () => Calls[call]("k\ud800")));

    private static bool IsText(ParameterInfo parameter) =>
        parameter.Name == "key" && (parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(ReadOnlySpan<char>));

    private static string NameOf(ParameterInfo parameter) =>
        !IsText(parameter) ? parameter.Name! : parameter.ParameterType == typeof(string) ? "string" : "chars";
}

namespace RingPerf.State;

/// <summary>Names of option values in the state for people. They outlive a process, so they are fixed and only ever added to.</summary>
internal static class OptionNames
{
    internal static readonly (string Name, RingProfile Value)[] Profiles =
    [
        ("aodh", RingProfile.Aodh), ("tooz", RingProfile.Tooz), ("ketama", RingProfile.Ketama),
        ("uhashring-ketama", RingProfile.UhashringKetama),
    ];

    internal static readonly (string Name, LabelFormat Value)[] Labels =
        [("plain", LabelFormat.Plain), ("python-bytes", LabelFormat.PythonBytes)];

    internal static readonly (string Name, HashFunction Value)[] Hashes =
    [
        ("md5", HashFunction.Md5), ("md5-platform", HashFunction.Md5Platform), ("xxhash3", HashFunction.XxHash3),
        ("xxhash64", HashFunction.XxHash64), ("xxhash32", HashFunction.XxHash32), ("crc32", HashFunction.Crc32),
    ];

    internal static readonly (string Name, SearchAlgorithm Value)[] Searches =
    [
        ("auto", SearchAlgorithm.Auto), ("linear", SearchAlgorithm.Linear), ("binary", SearchAlgorithm.Binary),
        ("branchless", SearchAlgorithm.Branchless), ("eytzinger", SearchAlgorithm.Eytzinger),
        ("interpolation", SearchAlgorithm.Interpolation), ("bucket", SearchAlgorithm.Bucket), ("line", SearchAlgorithm.Line),
    ];

    internal static readonly (string Name, CollisionRule Value)[] Collisions =
        [("last-wins", CollisionRule.LastWins), ("canonical", CollisionRule.Canonical)];

    internal static string NameOf<T>((string Name, T Value)[] names, T value) where T : struct, Enum =>
        Array.Find(names, name => EqualityComparer<T>.Default.Equals(name.Value, value)).Name;

    /// <exception cref="InvalidDataException">The name is none of the option's.</exception>
    internal static T ValueOf<T>((string Name, T Value)[] names, string field, string text) where T : struct, Enum
    {
        int found = Array.FindIndex(names, name => name.Name == text);
        return found >= 0
            ? names[found].Value
            : throw StateError.Of(field, Throw.Quote(text), $"one of {string.Join(", ", names.Select(name => name.Name))}");
    }
}

using System.Reflection;

namespace RingPerf.Benchmarks.Suites;

/// <summary>A class of benchmarks that answers one question.</summary>
internal sealed record Suite(string Name, string Question, bool TakesUserData, Type Type)
{
    private const string Suffix = "Benchmarks";

    /// <summary>Every suite of this assembly by name.</summary>
    internal static IReadOnlyList<Suite> All { get; } =
    [
        .. from type in typeof(Suite).Assembly.GetTypes()
           let attribute = type.GetCustomAttribute<SuiteAttribute>()
           where attribute is not null
           orderby type.Name
           select new Suite(NameOf(type), attribute.Question, attribute.TakesUserData, type),
    ];

    /// <summary>The suite of that name, in any case, with or without <c>Benchmarks</c>.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    internal static Suite Named(string name) =>
        All.FirstOrDefault(suite => Matches(name, suite.Name) || Matches(name, suite.Type.Name))
        ?? throw new UsageException($"--suite {name}: no such suite; there are {string.Join(", ", All.Select(suite => suite.Name))}");

    private static string NameOf(Type type) =>
        type.Name.EndsWith(Suffix, StringComparison.Ordinal) ? type.Name[..^Suffix.Length] : type.Name;

    private static bool Matches(string given, string name) => given.Equals(name, StringComparison.OrdinalIgnoreCase);
}

using System.Text.RegularExpressions;

namespace RingPerf.Repo.Tests.Api;

/// <summary>docs/api.md names every public type.</summary>
public sealed partial class ApiPageTests
{
    [Fact]
    public void ApiPage_EveryPublicType_IsNamed()
    {
        var named = CodeSpan().Matches(Repository.Read("docs/api.md")).SelectMany(span => Word().Matches(span.Value)).Select(word => word.Value).ToHashSet();
        string[] missing = [.. PackedAssemblies.PublicTypes.Select(NameOf).Distinct().Where(name => !named.Contains(name))];

        Assert.True(missing.Length == 0, string.Join(' ', missing));
    }

    [Fact]
    public void ApiPage_NamesOfGenericTypes_HaveNoArity() => Assert.Equal("IKeyHash", NameOf(typeof(Hashing.IKeyHash<>)));

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}

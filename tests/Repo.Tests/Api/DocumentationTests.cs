using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace RingPerf.Repo.Tests.Api;

/// <summary>Every public member of the published libraries says what it is, takes and gives.</summary>
public sealed class DocumentationTests
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly MethodBase[] Methods =
    [
        .. PackedAssemblies.PublicTypes.Where(type => !typeof(Delegate).IsAssignableFrom(type))
            .SelectMany(type => type.GetMembers(Own)).OfType<MethodBase>().Where(method => IsSeen(method) && IsWritten(method)),
    ];

    [Fact]
    public void PublicTypes_All_HaveASummary() =>
        AssertNone(PackedAssemblies.PublicTypes.Select(DocumentationId.Of).Where(id => !Has(id, "summary")));

    [Fact]
    public void PublicFieldsAndProperties_All_HaveASummary()
    {
        string[] fields = [.. PackedAssemblies.PublicTypes.SelectMany(type => type.GetFields(Own)).Where(field => field.IsPublic && !field.IsSpecialName).Select(DocumentationId.Of)];
        PropertyInfo[] properties = [.. PackedAssemblies.PublicTypes.SelectMany(type => type.GetProperties(Own)).Where(IsSeen)];

        Assert.Contains("F:RingPerf.HashFunction.Crc32", fields);
        Assert.Contains(properties, property => property.Name == nameof(HashRing.PointCount));
        AssertNone(fields.Where(id => !Has(id, "summary")));
        AssertNone(properties.Where(property => !Has(DocumentationId.Of(property), "summary") && !IsOfThePrimaryConstructor(property)).Select(DocumentationId.Of));
    }

    [Fact]
    public void PublicMethods_All_HaveASummary() => AssertNone(Methods.Select(IdOf).Where(id => !Has(id, "summary")));

    [Fact]
    public void PublicMethods_All_TellEachParameter() => AssertNone(
        from method in Methods
        from name in method.GetParameters().Select(parameter => parameter.Name!)
        where !Has(IdOf(method), "param", name)
        select $"{IdOf(method)}: {name}");

    [Fact]
    public void PublicMethods_All_TellEachTypeParameter() => AssertNone(
        from method in Methods.OfType<MethodInfo>()
        from name in method.GetGenericArguments().Select(argument => argument.Name)
        where !Has(IdOf(method), "typeparam", name)
        select $"{IdOf(method)}: {name}");

    [Fact]
    public void PublicMethods_All_TellWhatTheyReturn() => AssertNone(
        Methods.OfType<MethodInfo>().Where(Answers).Select(IdOf).Where(id => !Has(id, "returns")));

    private static void AssertNone(IEnumerable<string> wanting)
    {
        string[] all = [.. wanting];
        Assert.True(all.Length == 0, string.Join('\n', all));
    }

    private static string IdOf(MethodBase method) =>
        method is MethodInfo called ? DocumentationId.Of(called) : DocumentationId.Of((ConstructorInfo)method);

    // What an override or an interface says counts where the member inherits it by name.
    private static bool Has(string id, string element, string? name = null) =>
        PackedAssemblies.Documentation.TryGetValue(id, out XElement? member)
        && (member.Element("inheritdoc") is not null
            || member.Elements(element).Any(found => name is null ? IsFull(found) : found.Attribute("name")!.Value == name && IsFull(found)));

    private static bool IsFull(XElement element) => element.HasElements || !string.IsNullOrWhiteSpace(element.Value);

    private static bool Answers(MethodInfo method) =>
        method.ReturnType != typeof(void) && method.ReturnType != typeof(Task) && method.ReturnType != typeof(ValueTask);

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsSeen(PropertyInfo property) => property.GetAccessors(nonPublic: true).Any(IsSeen);

    // Accessors are told by their property; operators, a constructor without parameters and what a record brings speak for themselves.
    private static bool IsWritten(MethodBase method) => method is ConstructorInfo
        ? method.GetParameters().Length > 0
        : !method.IsSpecialName && !method.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsOfThePrimaryConstructor(PropertyInfo property) => property.DeclaringType!.GetConstructors(Own)
        .Any(constructor => Has(DocumentationId.Of(constructor), "param", property.Name) || Has(DocumentationId.Of(property.DeclaringType), "param", property.Name));
}

using System.Reflection;
using System.Runtime.CompilerServices;
using RingPerf.Hashing;
using RingPerf.Search;

namespace RingPerf.Tests;

/// <summary>Rules that every public type keeps.</summary>
public sealed class ApiTests
{
    private static readonly Type[] PublicTypes = typeof(HashRing).Assembly.GetExportedTypes();

    [Fact]
    public void PublicTypes_All_AreInterfacesSealedOrReadonlyStructs() => Assert.All(PublicTypes, type => Assert.True(
        type.IsInterface || (type.IsValueType ? type.IsEnum || type.IsDefined(typeof(IsReadOnlyAttribute)) : type.IsSealed),
        $"{type} is open to change."));

    [Fact]
    public void PublicTypes_All_AreInTheOneNamespaceButTypeArguments()
    {
        Assert.Contains(typeof(HashRing), PublicTypes);
        Assert.All(PublicTypes, type => Assert.Equal(
            IsArgument(type, typeof(IKeyHash<>)) ? "RingPerf.Hashing" : IsArgument(type, typeof(IPointSearch<>)) ? "RingPerf.Search" : "RingPerf",
            type.Namespace));
    }

    [Fact]
    public void Types_All_HaveNamesThatNoNamespaceHas() => Assert.DoesNotContain(
        typeof(HashRing).Assembly.GetTypes(), type => type.Name is "Ring" or "Coordinator");

    [Fact]
    public void PublicProperties_All_AreReadOnlyOrInitOnly() => Assert.All(
        PublicTypes.SelectMany(type => type.GetProperties()).Where(property => property.SetMethod is { IsPublic: true }),
        property => Assert.Contains(typeof(IsExternalInit), property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()));

    [Fact]
    public void PublicFields_All_AreConstants() => Assert.All(
        PublicTypes.Where(type => !type.IsEnum).SelectMany(type => type.GetFields()), field => Assert.True(field.IsLiteral, field.Name));

    [Fact]
    public void PublicMembers_All_AreNeitherEventsNorAsynchronous()
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        MethodInfo[] methods = [.. PublicTypes.SelectMany(type => type.GetMethods(Own))];

        Assert.Contains(methods, method => method.Name == nameof(HashRing.GetNode));
        Assert.DoesNotContain(methods, method => typeof(Task).IsAssignableFrom(method.ReturnType));
        Assert.Empty(PublicTypes.SelectMany(type => type.GetEvents()));
    }

    [Fact]
    public void LabelFormat_Values_ArePinned() =>
        AssertPinned((LabelFormat.Plain, 0), (LabelFormat.PythonBytes, 1));

    [Fact]
    public void HashFunction_Values_ArePinned() => AssertPinned(
        (HashFunction.Md5, 0), (HashFunction.Md5Platform, 1), (HashFunction.XxHash3, 2), (HashFunction.XxHash64, 3),
        (HashFunction.XxHash32, 4), (HashFunction.Crc32, 5));

    [Fact]
    public void RingProfile_Values_ArePinned() => AssertPinned(
        (RingProfile.Aodh, 0), (RingProfile.Tooz, 1), (RingProfile.Ketama, 2), (RingProfile.UhashringKetama, 3));

    [Fact]
    public void CollisionRule_Values_ArePinned() =>
        AssertPinned((CollisionRule.LastWins, 0), (CollisionRule.Canonical, 1));

    [Fact]
    public void SearchAlgorithm_Values_ArePinned() => AssertPinned(
        (SearchAlgorithm.Auto, 0), (SearchAlgorithm.Linear, 1), (SearchAlgorithm.Binary, 2), (SearchAlgorithm.Branchless, 3),
        (SearchAlgorithm.Eytzinger, 4), (SearchAlgorithm.Interpolation, 5), (SearchAlgorithm.Bucket, 6), (SearchAlgorithm.Line, 7));

    private static bool IsArgument(Type type, Type argument) =>
        type == argument || type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == argument);

    private static void AssertPinned<TEnum>(params (TEnum Value, int Number)[] pinned) where TEnum : struct, Enum
    {
        Assert.Equal(Enum.GetValues<TEnum>(), pinned.Select(pin => pin.Value));
        Assert.All(pinned, pin => Assert.Equal(pin.Number, Convert.ToInt32(pin.Value, null)));
    }
}

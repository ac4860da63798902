using System.Reflection;

namespace RingPerf.Coordination.Tests;

/// <summary>The tests of this assembly, by reflection.</summary>
internal static class TestNames
{
    internal static IEnumerable<MethodInfo> All => typeof(TestNames).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttributes<FactAttribute>().Any());

    /// <summary>What tests name by a trait.</summary>
    internal static IEnumerable<string> TraitsOf(string name) => All
        .SelectMany(method => method.GetCustomAttributesData())
        .Where(attribute => attribute.AttributeType == typeof(TraitAttribute) && (string?)attribute.ConstructorArguments[0].Value == name)
        .Select(attribute => (string)attribute.ConstructorArguments[1].Value!);
}

using System.Reflection;
using System.Xml.Linq;
using RingPerf.Coordination;
using RingPerf.Coordination.Etcd;
using RingPerf.Coordination.InMemory;
using RingPerf.Coordination.Redis;

namespace RingPerf.Repo.Tests.Api;

/// <summary>The libraries that are published, and their XML documentation.</summary>
internal static class PackedAssemblies
{
    internal static readonly Assembly[] All =
    [
        typeof(HashRing).Assembly, typeof(PartitionCoordinator).Assembly, typeof(InMemoryDriver).Assembly, typeof(RedisDriver).Assembly,
        typeof(EtcdDriver).Assembly,
    ];

    /// <summary>Public types by assembly; an assembly without any would be a mistake.</summary>
    internal static IEnumerable<Type> PublicTypes { get; } = [.. All.SelectMany(assembly => assembly.GetExportedTypes())];

    /// <summary>Documentation of each member, by its id.</summary>
    internal static Dictionary<string, XElement> Documentation { get; } = All
        .SelectMany(assembly => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member"))
        .ToDictionary(member => member.Attribute("name")!.Value);
}

using System.Xml.Linq;

namespace RingPerf.Repo.Tests;

/// <summary>Which project may use what: data moves one way through the rooms.</summary>
public sealed class ReferenceTests
{
    private const string Extensions = "Microsoft.Extensions.";

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Ring"] = ["System.IO.Hashing", "CommunityToolkit.HighPerformance"],
        ["Ring.Algorithms"] = ["Ring"],
        ["Ring.Analysis"] = ["Ring", "Ring.Algorithms", "Fleet", "ScottPlot", "System.CommandLine", "Spectre.Console"],
        ["Ring.Benchmarks"] = ["Ring", "Ring.Algorithms", "Coordinator", "Coordinator.InMemory", "BenchmarkDotNet", "Akka"],
        ["Coordinator"] = ["Ring", Extensions, "Polly.Core"],
        ["Coordinator.InMemory"] = ["Coordinator"],
        ["Coordinator.Redis"] = ["Coordinator", "StackExchange.Redis"],
        ["Coordinator.Etcd"] = ["Coordinator", "Google.Protobuf", "Grpc.Net.Client", "Grpc.Tools"],
        ["Fleet"] = ["Ring", "Coordinator", "Coordinator.Redis", "Coordinator.Etcd", "System.CommandLine"],
    };

    public static TheoryData<string> Projects =>
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.GetFileName(folder)).Order()];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_AreInTheTable(string project)
    {
        Assert.Contains(project, Allowed.Keys);

        Assert.DoesNotContain(ReferencesOf(project), reference => !MayUse(Allowed[project], reference));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_InTheSolution_IsListed(string project) =>
        Assert.Contains($"{project}.csproj", Repository.Read("RingPerf.sln"), StringComparison.Ordinal);

    private static bool MayUse(string[] allowed, string reference) => allowed.Any(
        name => name.EndsWith('.') ? reference.StartsWith(name, StringComparison.Ordinal) : reference == name);

    private static IEnumerable<string> ReferencesOf(string project)
    {
        var file = XDocument.Parse(Repository.Read($"src/{project}/{project}.csproj"));
        foreach (XElement element in file.Descendants())
        {
            string? include = element.Attribute("Include")?.Value;
            if (element.Name.LocalName == "ProjectReference")
            {
                yield return Path.GetFileNameWithoutExtension(include!.Replace('\\', '/'));
            }
            else if (element.Name.LocalName == "PackageReference")
            {
                yield return include!;
            }
        }
    }
}

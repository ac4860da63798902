using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace RingPerf.Packages.Tests;

/// <summary>What the packages of the libraries hold and say.</summary>
[Collection(Packed.Name)]
public sealed class LibraryPackageTests(PackedRepository packed)
{
    private const string Own = "RingPerf.";

    public static TheoryData<string, string[]> Libraries => new()
    {
        { "RingPerf.Ring", [] },
        { "RingPerf.Coordinator", ["RingPerf.Ring"] },
        { "RingPerf.Coordinator.InMemory", ["RingPerf.Coordinator"] },
        { "RingPerf.Coordinator.Redis", ["RingPerf.Coordinator"] },
        { "RingPerf.Coordinator.Etcd", ["RingPerf.Coordinator"] },
    };

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Package_OfALibrary_HoldsWhatAUserNeeds(string id, string[] own)
    {
        using PackageFile package = Open(id, "nupkg");

        Assert.Equal(id, package.Metadata("id"));
        Assert.Equal("Apache-2.0", package.Metadata("license"));
        Assert.NotEmpty(package.Metadata("description")!);
        Assert.NotEmpty(package.Metadata("tags")!);
        Assert.Null(package.Element("projectUrl"));
        Assert.Null(package.Element("repository")?.Attribute("url"));
        Assert.All(
            ["README.md", "LICENSE", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"], name => Assert.Contains(name, package.Names));
        using var readme = new StreamReader(package.Open("README.md"));
        Assert.Equal($"# {id}", readme.ReadLine());
        Assert.Equal(own, package.Dependencies.Keys.Where(name => name.StartsWith(Own, StringComparison.Ordinal)));
        Assert.All(own, name => Assert.Equal(packed.Version, package.Dependencies[name]));
        Assert.DoesNotContain(package.Dependencies.Keys, name => name is "Grpc.Tools" or "Microsoft.CodeAnalysis.PublicApiAnalyzers");
    }

    /// <summary>The compiler says so in the assembly, and no file of the symbols is named by a path of this machine.</summary>
    [Theory]
    [MemberData(nameof(Libraries))]
    public void Assembly_OfALibrary_IsReproducible(string id, string[] own)
    {
        using PackageFile package = Open(id, "nupkg");
        using var assembly = new PEReader(package.Open($"lib/net10.0/{id}.dll"));
        Assert.Contains(assembly.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.Reproducible);

        using PackageFile symbols = Open(id, "snupkg");
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(symbols.Open($"lib/net10.0/{id}.pdb"));
        MetadataReader reader = provider.GetMetadataReader();
        Assert.All(
            reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name)),
            name => Assert.StartsWith("/_", name, StringComparison.Ordinal));
        Assert.NotNull(own);
    }

    private PackageFile Open(string id, string extension) => new(Path.Combine(packed.Packages, $"{id}.{packed.Version}.{extension}"));
}

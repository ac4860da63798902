using System.IO.Compression;
using System.Xml.Linq;

namespace RingPerf.Packages.Tests;

/// <summary>What a package holds.</summary>
internal sealed class PackageFile : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly XElement _metadata;

    internal PackageFile(string path)
    {
        _archive = ZipFile.OpenRead(path);
        string specification = Names.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal));
        using Stream stream = Open(specification);
        _metadata = XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    internal IReadOnlyList<string> Names => [.. _archive.Entries.Select(entry => entry.FullName)];

    /// <summary>Id and version of each package that this one needs.</summary>
    internal IReadOnlyDictionary<string, string> Dependencies => _metadata.Descendants()
        .Where(element => element.Name.LocalName == "dependency")
        .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);

    /// <summary>The text of an element of the specification; null where it is absent.</summary>
    internal string? Metadata(string name) => Element(name)?.Value;

    internal XElement? Element(string name) => _metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name);

    internal Stream Open(string name)
    {
        var copy = new MemoryStream();
        using (Stream stream = _archive.GetEntry(name)!.Open())
        {
            stream.CopyTo(copy);
        }

        copy.Position = 0;
        return copy;
    }

    public void Dispose() => _archive.Dispose();
}

namespace RingPerf.Analysis.Reports.Page;

/// <summary>Parts of a page that are files of their own in the source.</summary>
internal static class PageResource
{
    /// <summary>The text of an embedded file.</summary>
    internal static string Text(string name)
    {
        using Stream resource = typeof(PageResource).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}

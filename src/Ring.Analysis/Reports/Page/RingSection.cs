using System.Globalization;
using System.Text.Json;
using RingPerf.Analysis.Inputs;

namespace RingPerf.Analysis.Reports.Page;

/// <summary>The part of a page in which a reader changes the ring, and the script that computes it there.</summary>
internal static class RingSection
{
    /// <summary>Most points the page's ring may have: a change of so many still shows in under a second.</summary>
    internal const int MostPoints = 200_000;

    /// <summary>Most nodes, each of which is a row with a field.</summary>
    internal const int MostNodes = 2_000;

    /// <summary>The section; a sentence that says why where the page cannot have the ring.</summary>
    internal static string Html(ReportData data)
    {
        const string heading = "<h2 id=\"try\">Try a change</h2>\n";
        if (Refusal(data.Ring) is { } refusal)
        {
            return $"{heading}<p class=\"soft\">{refusal} The command <code>ringperf movement</code> shows what a change would move.</p>\n";
        }

        // The serialiser's own encoder leaves no markup and no character that ends a script.
        string json = JsonSerializer.Serialize(
            PageRing.Of(data.Ring, data.GivenNodes, MostPoints, MostNodes), JsonContract.Default.PageRing);
        return heading +
            "<p>Add, remove or reweight a node: arcs and shares follow at once, computed exactly in this page.</p>\n" +
            PageResource.Text("ring.html") +
            $"<script type=\"application/json\" id=\"ring-data\">{json}</script>\n" +
            $"<script>\n\"use strict\";\n{PageResource.Text("md5.js")}{PageResource.Text("ring.js")}{PageResource.Text("ring-page.js")}</script>\n";
    }

    private static string? Refusal(HashRing ring)
    {
        HashRingOptions options = ring.Options;
        if (options.Profile != RingProfile.Aodh)
        {
            return $"The page itself computes rings of the profile aodh only; this one is of {OptionText.NameOf(OptionText.Profiles, options.Profile)}.";
        }

        if (options.Hash is not (HashFunction.Md5 or HashFunction.Md5Platform))
        {
            return $"The page itself computes rings of the hash md5 only; this one has {OptionText.NameOf(OptionText.Hashes, options.Hash)}.";
        }

        return ring.PointCount > MostPoints || ring.Nodes.Count > MostNodes
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The page itself computes rings of at most {MostPoints:N0} points and {MostNodes:N0} nodes; this one has {Wording.Count(ring.PointCount, "point")} and {Wording.Count(ring.Nodes.Count, "node")}.")
            : null;
    }
}

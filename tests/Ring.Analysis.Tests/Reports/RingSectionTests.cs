using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using RingPerf.Analysis.Inputs;
using RingPerf.Analysis.Plots;
using RingPerf.Analysis.Reports;
using RingPerf.Analysis.Reports.Page;

namespace RingPerf.Analysis.Tests.Reports;

/// <summary>The ring that a page's script computes, against the library's.</summary>
public sealed class RingSectionTests
{
    private const int Crowd = 90_000;

    [ChromiumFact]
    public void Script_DefaultRing_EqualsTheLibrary()
    {
        var ring = new HashRing(SampleReport.Ten);
        HashRing bigger = ring.Add("node-10");
        HashRing smaller = bigger.Remove("node-3");
        HashRing heavier = smaller.Reweight("node-5", 2.5);
        HashRing back = heavier.Add("node-3");
        string[] keys = Keys();

        JsonElement[] states = RingPage.Run(
            SampleReport.Of(ring), RingPage.Look(keys), RingPage.Add("node-10", "1", keys), RingPage.Press("node-3"),
            RingPage.Reweight("node-5", "2.5", keys), RingPage.Press("node-3"), RingPage.Reset());

        AssertStates(ring, [ring, bigger, smaller, heavier, back, ring], states);
        AssertOwners(ring, ring, keys, states[0]);
        AssertOwners(ring, bigger, keys, states[1]);
        AssertOwners(ring, heavier, keys, states[3]);
    }

    [ChromiumFact]
    public void Script_NamesOfAnyText_EqualTheLibrary()
    {
        foreach (LabelFormat labels in Enum.GetValues<LabelFormat>())
        {
            foreach (CollisionRule rule in Enum.GetValues<CollisionRule>())
            {
                var ring = new HashRing(WeirdNames.All, new HashRingOptions { Labels = labels, Collisions = rule });
                HashRing added = ring.Add("nœud 'neuf' \"\\ 😀");
                HashRing removed = added.Remove("a\0nul").Remove("日本語のとても長い名前のノードです一二三");
                string[] keys = Keys();

                JsonElement[] states = RingPage.Run(
                    SampleReport.Of(ring), RingPage.Look(keys), RingPage.Add("nœud 'neuf' \"\\ 😀", "1"), RingPage.Press("a\0nul"),
                    RingPage.Press("日本語のとても長い名前のノードです一二三"));

                AssertStates(ring, [ring, added, added.Remove("a\0nul"), removed], states);
                AssertOwners(ring, ring, keys, states[0]);
            }
        }
    }

    [ChromiumFact]
    public void Script_Weights_EqualTheLibrary()
    {
        RingNode[] nodes = [new("a", 0.001), new("b", 0.125), new("c", 1.5), new("d", 3), new("e")];
        var ring = new HashRing(nodes, new HashRingOptions { Replicas = 20 });
        HashRing halfUp = ring.Reweight("e", 0.125);
        HashRing tiny = halfUp.Reweight("d", 1e-9);
        HashRing added = tiny.Add(new RingNode("f", 0.375));

        JsonElement[] states = RingPage.Run(
            SampleReport.Of(ring), RingPage.Look(), RingPage.Reweight("e", "0.125"), RingPage.Reweight("d", "1e-9"), RingPage.Add("f", "0.375"));

        Assert.Equal([1, 3, 30, 60, 20], Enumerable.Range(0, 5).Select(ring.GetReplicas));
        AssertStates(ring, [ring, halfUp, tiny, added], states);
    }

    [ChromiumFact]
    public void Script_Collisions_EqualTheLibrary()
    {
        foreach (CollisionRule rule in Enum.GetValues<CollisionRule>())
        {
            string[] given = ["node-1", "node-0", "node-1"];
            var ring = new HashRing(given, new HashRingOptions { Replicas = Crowd, Collisions = rule });
            RingCollision among = ring.GetCollisions().First(collision => collision.Winner != collision.Loser);
            string winner = ring.Nodes[among.Winner];
            ReportData data = SampleReport.Of(ring) with { GivenNodes = given };

            JsonElement[] states = RingPage.Run(data, RingPage.Look(), RingPage.Press(winner), RingPage.Press(winner), RingPage.Reweight(winner, "0.5"));

            HashRing removed = ring.Remove(winner);
            HashRing back = removed.Add(winner);
            AssertStates(ring, [ring, removed, back, back.Reweight(winner, 0.5)], states);
        }
    }

    [ChromiumFact]
    public void Script_OtherGivenOrder_OwnsTheSharedPosition()
    {
        string[] given = ["node-0", "node-1", "node-0"];
        var ring = new HashRing(given, new HashRingOptions { Replicas = Crowd });
        Assert.NotEqual(new HashRing(["node-0", "node-1"], Crowd).Owners.ToArray(), ring.Owners.ToArray());

        JsonElement[] states = RingPage.Run(SampleReport.Of(ring) with { GivenNodes = given }, RingPage.Look());

        AssertStates(ring, [ring], states);
    }

    [ChromiumFact]
    public void Script_WrongInput_IsToldAndChangesNothing()
    {
        var ring = new HashRing(["a", "b"]);
        HashRing one = ring.Remove("b");

        JsonElement[] states = RingPage.Run(
            SampleReport.Of(ring), RingPage.Add("a", "1"), RingPage.Add("c", "0"), RingPage.Reweight("a", "-1"), RingPage.Reweight("a", ""),
            RingPage.Reweight("b", "1e9"), RingPage.Press("b"), RingPage.Press("a"), RingPage.Reset());

        AssertStates(ring, [ring, ring, ring, ring, ring, one, one, ring], states);
        Assert.Equal(
            [
                "The node \"a\" is in the ring already.", "The weight is \"0\"; it must be a number above 0.",
                "The weight is \"-1\"; it must be a number above 0.", "The weight is \"\"; it must be a number above 0.",
                "The ring would have 100,000,000,100 points; in the page it may have 200,000.", "",
                "The last node stays: a ring without nodes has no owners.", "",
            ],
            states.Select(state => state.GetProperty("error").GetString()));
    }

    [Theory]
    [InlineData(HashFunction.XxHash3, RingProfile.Aodh, 100, "of the hash md5 only; this one has xxhash3.")]
    [InlineData(HashFunction.Md5, RingProfile.Tooz, 32, "of the profile aodh only; this one is of tooz.")]
    [InlineData(HashFunction.Md5, RingProfile.Aodh, 250_000, "of at most 200,000 points and 2,000 nodes; this one has 2")]
    public void Html_RingThatThePageCannotHave_SaysSo(HashFunction hash, RingProfile profile, int replicas, string why)
    {
        var ring = new HashRing(["a"], new HashRingOptions { Hash = hash, Profile = profile, Replicas = replicas });

        string section = RingSection.Html(SampleReport.Of(ring));

        Assert.Contains(why, section, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_OfTheTool_KnowsTheGivenOrderAndWeights()
    {
        using var folder = new TestFolder();
        string nodes = folder.Write("nodes", "a\nb\t2\na\n");

        ToolRun.Of("report", "--nodes-file", nodes, "--replicas", "3", "--keys", "10", "--seeds", "100", "--out", folder.Of("out")).Succeeded();

        Match json = Regex.Match(File.ReadAllText(folder.Of("out/index.html")), "id=\"ring-data\">(.*?)</script>", RegexOptions.Singleline);
        using JsonDocument ring = JsonDocument.Parse(json.Groups[1].Value);
        Assert.Equal(
            [("a", 1.0, 2), ("b", 2.0, 1)],
            ring.RootElement.GetProperty("nodes").EnumerateArray().Select(node =>
                (node.GetProperty("name").GetString(), node.GetProperty("weight").GetDouble(), node.GetProperty("rank").GetInt32())));
    }

    private static string[] Keys() =>
    [
        .. Enumerable.Range(0, 400).Select(i => $"key-{i}"),
        .. Enumerable.Range(0, 300).Select(length => new string((char)('a' + (length % 26)), length)),
        .. Enumerable.Range(0, 300).Select(i => $"clé 日本 😀 {i}"),
    ];

    private static void AssertStates(HashRing original, HashRing[] expected, JsonElement[] states)
    {
        Assert.Equal(expected.Length, states.Length);
        foreach ((HashRing ring, JsonElement state) in expected.Zip(states))
        {
            ulong[] lengths = new ulong[ring.Nodes.Count];
            ring.GetOwnedLengths(lengths);
            Assert.Equal(ring.Nodes, Values(state, "nodes", value => value.GetString()!));
            Assert.Equal(ring.Weights.ToArray(), Values(state, "weights", value => value.GetDouble()));
            Assert.True(ring.Positions.SequenceEqual(Values(state, "positions", value => value.GetUInt32())));
            Assert.True(ring.Owners.SequenceEqual(Values(state, "owners", value => value.GetInt32())));
            Assert.Equal(lengths, Values(state, "lengths", value => value.GetUInt64()));
            AssertRows(original, ring, state);
            AssertStatus(original, ring, state);
        }
    }

    private static void AssertRows(HashRing original, HashRing ring, JsonElement state)
    {
        double[] before = original.GetShares();
        double[] now = ring.GetShares();
        Dictionary<string, JsonElement[]> rows = state.GetProperty("rows").EnumerateArray()
            .ToDictionary(row => row[0].GetString()!, row => row.EnumerateArray().ToArray(), StringComparer.Ordinal);
        foreach (string node in original.Nodes.Union(ring.Nodes))
        {
            JsonElement[] row = rows[PrintableText.Of(node)];
            int index = ring.IndexOf(node);
            int points = index < 0 ? 0 : ring.Owners.ToArray().Count(owner => owner == index);
            Assert.Equal(points.ToString("N0", CultureInfo.InvariantCulture), row[1].GetString());
            Assert.Equal(Percent(original.IndexOf(node), before), row[2].GetString());
            Assert.Equal(Percent(index, now), row[3].GetString());
        }

        Assert.Equal(original.Nodes.Union(ring.Nodes).Count(), rows.Count);
        Assert.Equal(ring.Nodes.Select(node => ColorOf(original, node)), Values(state, "colors", value => value.GetString()!));
    }

    private static void AssertStatus(HashRing original, HashRing ring, JsonElement state)
    {
        double[] before = original.GetShares();
        double[] now = ring.GetShares();
        double moved = new RingChange(original, ring).GetMovedShare();
        double least = original.Nodes.Union(ring.Nodes).Sum(node => Math.Abs(Of(ring, now, node) - Of(original, before, node))) / 2;
        Assert.Equal(moved, state.GetProperty("moved").GetDouble() / HashRing.CircleLength, 1e-15);
        Assert.Equal(
            $"{Percent(0, [moved])} of the circle has another owner; {Percent(0, [least])} is the least possible for these shares.",
            state.GetProperty("status").GetString());

        static double Of(HashRing ring, double[] shares, string node) => ring.IndexOf(node) is >= 0 and int index ? shares[index] : 0;
    }

    private static void AssertOwners(HashRing original, HashRing ring, string[] keys, JsonElement state)
    {
        string[] told = Values(state, "owner", value => value.GetString()!);
        Assert.Equal(1000, told.Length);
        foreach ((string key, string text) in keys.Zip(told))
        {
            string was = original.GetNode(key) == ring.GetNode(key) ? "" : $", before to {Shown(original.GetNode(key)!)}";
            Assert.EndsWith($" belongs to {Shown(ring.GetNode(key)!)}{was}", text, StringComparison.Ordinal);
        }
    }

    private static string Shown(string node)
    {
        string shown = PrintableText.Of(node);
        return node.Length > 40 ? string.Concat(shown.EnumerateRunes().Take(40)) + "…" : shown;
    }

    // Nodes of the report have their colours there; those that come after take the next.
    private static string ColorOf(HashRing original, string node)
    {
        Color color = Color.OfNode(original.IndexOf(node) is >= 0 and int index ? index : original.Nodes.Count);
        return string.Create(CultureInfo.InvariantCulture, $"rgb({color.Red}, {color.Green}, {color.Blue})");
    }

    private static string Percent(int index, double[] shares) =>
        index < 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{shares[index] * 100:F3} %");

    private static T[] Values<T>(JsonElement state, string name, Func<JsonElement, T> read) =>
        [.. state.GetProperty(name).EnumerateArray().Select(read)];
}

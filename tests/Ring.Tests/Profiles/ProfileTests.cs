using FsCheck.Xunit;

namespace RingPerf.Tests.Profiles;

/// <summary>Rings of the compatibility profiles against their naive models.</summary>
[Properties(Arbitrary = [typeof(Arbitraries)])]
public sealed class ProfileTests
{
    private static readonly RingProfile[] Profiles = [RingProfile.Tooz, RingProfile.Ketama, RingProfile.UhashringKetama];

    public static TheoryData<RingProfile> Compatible => [.. Profiles];

    [Property(MaxTest = 300)]
    public void GetNode_AnyRingAndKeys_GivesTheOwnerOfTheModel(ProfileInput input, KeyTexts keys)
    {
        HashRing ring = input.Build();
        ProfileModel model = new(input);
        IEnumerable<string> labels = ring.Nodes.Select((_, node) => node).Where(node => ring.GetReplicas(node) > 0)
            .SelectMany(node => new[] { ring.GetLabel(node, 0), ring.GetLabel(node, ring.GetReplicas(node) - 1) });
        foreach (string key in keys.Texts.Concat(labels))
        {
            string? expected = model.GetNode(key);
            Key forms = new(key);
            ring.GetNodeIndices(forms.Batch, forms.Answers);
            Assert.Equal(expected, ring.GetNode(key));
            Assert.Equal(expected, ring.GetNode(forms.Chars));
            Assert.Equal(expected, ring.GetNode(forms.Utf8));
            Assert.Equal(expected, forms.Answers[1] < 0 ? null : ring.Nodes[forms.Answers[1]]);
            ring.GetNodeIndices(forms.Packed, forms.Offsets, forms.Answers);
            Assert.Equal(expected, forms.Answers[1] < 0 ? null : ring.Nodes[forms.Answers[1]]);
        }
    }

    [Theory]
    [MemberData(nameof(Compatible))]
    public void GetPosition_LongText_IsThatOfItsBytes(RingProfile profile)
    {
        HashRing ring = new(["a"], new HashRingOptions { Profile = profile });
        foreach (int length in new[] { 100, 512, 513, 1_024, 1_025, 5_000 })
        {
            foreach (string text in new[] { new string('k', length), new string('é', length) })
            {
                Assert.Equal(ring.GetPosition(new Key(text).Utf8), ring.GetPosition(text));
            }
        }
    }

    [Fact]
    public void GetCollisions_ToozNamesThatRepeatEachOther_AreLabelsOfOneText()
    {
        HashRing ring = new(["a", "aa", "aaa"], new HashRingOptions { Profile = RingProfile.Tooz, Replicas = 20 });
        RingCollision[] collisions = ring.GetCollisions();

        Assert.Equal(60 - ring.PointCount, collisions.Length);
        Assert.NotEmpty(collisions);
        Assert.All(collisions, collision =>
        {
            string label = ring.GetLabel(collision.Winner, collision.WinnerReplica);
            Assert.Equal(label, ring.GetLabel(collision.Loser, collision.LoserReplica));
            Assert.Equal(ring.GetPosition(label), collision.Position);
        });
    }

    [Property(MaxTest = 200)]
    public void Points_AnyRing_AreThoseOfTheModel(ProfileInput input)
    {
        HashRing ring = input.Build();
        ProfileModel model = new(input);
        UInt128[] positions = ring.Points.Exact is { } whole ? whole.Positions.ToArray() : [.. ring.Positions.ToArray().Select(p => (UInt128)p)];
        int[] owners = ring.Points.Exact is { } exact ? exact.Owners.ToArray() : ring.Owners.ToArray();

        Assert.Equal(model.Points, positions.Zip(owners, (position, owner) => (position, ring.Nodes[owner])));
        if (ring.Nodes.Count == input.Nodes.Length)
        {
            Assert.Equal(model.Total, ring.Nodes.Select((_, node) => ring.GetReplicas(node)).Sum());
        }

        Assert.Equal(ring.Nodes.Select((_, node) => ring.GetReplicas(node)).Sum(), ring.PointCount + ring.GetCollisions().Length);
    }

    [Property(MaxTest = 200)]
    public void Changes_AnyRing_EqualARebuild(ProfileInput input, byte weight)
    {
        RingNode[] nodes = [.. input.Nodes.DistinctBy(node => node.Name)];
        HashRing ring = new(nodes, input.Options);
        RingNode newcomer = new("aaaaa", 1 + (weight % 4));
        RingAssert.Same(new HashRing([.. nodes, newcomer], input.Options), ring.Add(newcomer));
        foreach (RingNode node in nodes)
        {
            RingAssert.Same(new HashRing(nodes.Where(other => other != node), input.Options), ring.Remove(node.Name));
            RingAssert.Same(
                new HashRing(nodes.Select(other => other == node ? node with { Weight = newcomer.Weight } : other), input.Options),
                ring.Reweight(node.Name, newcomer.Weight));
        }
    }

    [Property(MaxTest = 200)]
    public void SaveAndLoad_AnyRing_GiveItBack(ProfileInput input)
    {
        HashRing ring = input.Build();
        foreach (HashRing restored in new[] { HashRing.Load(States.Of(ring)), HashRing.FromJson(ring.ToJson()) })
        {
            RingAssert.Same(ring, restored);
            Assert.Equal(ring.Checksum, restored.Checksum);
            Assert.Equal(States.Of(ring), States.Of(restored));
        }
    }

    [Fact]
    public void Load_AnyByteOfAProfileFlippedAndSigned_IsRefusedOrSavesAsItself()
    {
        foreach (RingProfile profile in Profiles)
        {
            byte[] state = States.Of(new HashRing([new RingNode("a", 2), new RingNode("aa")], new HashRingOptions { Profile = profile, Replicas = 2 }));
            for (int offset = 0; offset < state.Length - 8; offset++)
            {
                for (int flip = 1; flip < 256; flip++)
                {
                    byte[] changed = States.With(state, offset, (byte)(state[offset] ^ flip));
                    try
                    {
                        Assert.Equal(changed, States.Of(HashRing.Load(changed)));
                    }
                    catch (InvalidDataException e)
                    {
                        Assert.NotEmpty(e.Message);
                    }
                }
            }
        }
    }

    [Fact]
    public void Checksum_TwoProfiles_Differ() => Assert.Equal(4, Enum.GetValues<RingProfile>()
        .Select(profile => new HashRing(["a", "b"], new HashRingOptions { Profile = profile, Replicas = 40 }).Checksum).Distinct().Count());

    [Theory]
    [MemberData(nameof(Compatible))]
    public void Constructor_OptionsOfOtherProfiles_AreRefusedAndNamed(RingProfile profile)
    {
        HashRingOptions options = new() { Profile = profile };
        var hash = Assert.Throws<ArgumentOutOfRangeException>("Hash", () => new HashRing(["a"], options with { Hash = HashFunction.Crc32 }));
        var labels = Assert.Throws<ArgumentOutOfRangeException>("Labels", () => new HashRing(["a"], options with { Labels = LabelFormat.PythonBytes }));

        Assert.Equal(HashFunction.Crc32, hash.ActualValue);
        Assert.Equal(LabelFormat.PythonBytes, labels.ActualValue);
        MessageAssert.Starts($"Hash is Crc32; under the profile {profile} it must be Md5.", hash);
        MessageAssert.Starts($"Labels is PythonBytes; under the profile {profile} it must be Plain.", labels);
        Assert.Throws<ArgumentOutOfRangeException>("replicas", () => new HashRing(["a", "b"], options with { Replicas = 1_500_000_000 }));
    }

    [Theory]
    [MemberData(nameof(Compatible))]
    public void Weight_NotWhole_IsRefusedAndNamed(RingProfile profile)
    {
        HashRing ring = new(["a"], new HashRingOptions { Profile = profile });
        foreach (double weight in new[] { 0, 0.5, 1.5, -1, double.NaN, 2147483648 })
        {
            AssertNamed(weight, Assert.Throws<ArgumentOutOfRangeException>("nodes", () => new HashRing([new RingNode("a", weight)], ring.Options)));
            AssertNamed(weight, Assert.Throws<ArgumentOutOfRangeException>("node", () => ring.Remove("a").Add(new RingNode("a", weight))));
            AssertNamed(weight, Assert.Throws<ArgumentOutOfRangeException>(nameof(weight), () => ring.Reweight("a", weight)));
        }

        void AssertNamed(double weight, ArgumentOutOfRangeException error)
        {
            Assert.Equal(weight, error.ActualValue);
            MessageAssert.Starts(
                $"The weight of the node \"a\" is {weight}; it must be a whole number from 1 to 2147483647 under the profile {profile}.", error);
        }
    }

    [Theory]
    [MemberData(nameof(Compatible))]
    public void GetNode_AnyOverload_AllocatesNothing(RingProfile profile)
    {
        HashRing ring = new(["a", "b", "c"], new HashRingOptions { Profile = profile });
        string[] keys = ["key", "aa", "aaa", "a-0", new string('k', 600), new string('é', 5000), .. CloseKeys()];
        PackedKeys packed = PackedKeys.Of(keys);
        int[] answers = new int[keys.Length];

        Assert.Equal(0, Allocation.Of(() => ring.GetNodeIndices(keys, answers), 50, 20));
        Assert.Equal(0, Allocation.Of(() => ring.GetNodeIndices(packed.Utf8, packed.Offsets, answers), 50, 20));
        foreach (string key in keys)
        {
            Assert.Equal(0, Allocation.Of(() => ring.GetNode(key), 50, 20));
        }
    }

    [Theory]
    [MemberData(nameof(Compatible))]
    public void GetNode_WrongText_IsNamed(RingProfile profile)
    {
        HashRing ring = new(["a", "b"], new HashRingOptions { Profile = profile });
        int[] answers = new int[2];

        Assert.Throws<ArgumentException>("node", () => ring.Add("\ud800"));
        Assert.Throws<ArgumentException>("nodes", () => new HashRing(["\ud800"], ring.Options));
        Assert.Throws<ArgumentException>("key", () => ring.GetNode("\ud800"));
        MessageAssert.Starts("The key keys[1],", Assert.Throws<ArgumentException>("keys", () => ring.GetNodeIndices(["a", "\ud800"], answers)));
        MessageAssert.Starts("keys[1] is null", Assert.Throws<ArgumentNullException>("keys", () => ring.GetNodeIndices(["a", null!], answers)));
    }

    [Fact]
    public void Presets_AreTheOriginalsDefaults()
    {
        Assert.Equal((RingProfile.Tooz, 32), (HashRingOptions.Tooz.Profile, HashRingOptions.Tooz.Replicas));
        Assert.Equal((RingProfile.Ketama, 40), (HashRingOptions.Ketama.Profile, HashRingOptions.Ketama.Replicas));
        Assert.Equal((RingProfile.UhashringKetama, 40), (HashRingOptions.UhashringKetama.Profile, HashRingOptions.UhashringKetama.Replicas));
        Assert.Equal(160, new HashRing(["a"], HashRingOptions.Ketama).GetReplicas(0));
    }

    [Fact]
    public void Constructor_LargeTooz_IsThatOfTheModelOnEveryThread()
    {
        RingNode[] nodes = [.. Enumerable.Range(0, 140).Select(i => new RingNode($"n{i}", 1 + (i % 3)))];
        ProfileInput input = new(nodes, HashRingOptions.Tooz with { Replicas = 500 });

        Assert.Equal(
            new ProfileModel(input).Points.Select(point => point.Position),
            input.Build().Points.Exact!.Positions.ToArray());
    }

    // Labels of tooz lie on points: their first 32 bits do not tell the owner.
    private static IEnumerable<string> CloseKeys() => Enumerable.Range(2, 30).Select(times => new string('a', times));
}

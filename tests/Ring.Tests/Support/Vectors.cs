using System.Text.Json;

namespace RingPerf.Tests;

/// <summary>The golden vectors, written by the Python original (see vectors/generate_vectors.py).</summary>
internal static class Vectors
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    internal static RingFile Rings { get; } = Read<RingFile>("rings.json");

    internal static PositionFile Positions { get; } = Read<PositionFile>("positions.json");

    internal static LabelFile Labels { get; } = Read<LabelFile>("labels.json");

    internal static HashFile Hashes { get; } = Read<HashFile>("hashes.json");

    internal static ProfileFile Profiles { get; } = Read<ProfileFile>("profiles.json");

    internal static StateFile States { get; } = Read<StateFile>("states.json");

    /// <summary>A key made by rule: character i is alphabet[i % 61].</summary>
    internal static string OfLength(int length, string alphabet) =>
        string.Create(length, alphabet, (text, letters) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                text[i] = letters[i % letters.Length];
            }
        });

    private static T Read<T>(string file)
    {
        using FileStream stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "vectors", file));
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }

    internal sealed record RingFile(RingVector[] Cases);

    internal sealed record RingVector(
        string Name, string Labels, int Replicas, string[] Nodes, int Points, string Sha256, uint[]? Positions, int[]? Owners,
        OwnerVector[] Keys, BulkVector? Bulk)
    {
        internal HashRing Build(HashFunction hash) => new(Nodes, new HashRingOptions
        {
            Replicas = Replicas,
            Labels = Labels == "plain" ? LabelFormat.Plain : LabelFormat.PythonBytes,
            Hash = hash,
        });
    }

    internal sealed record OwnerVector(string Key, int? Node);

    internal sealed record BulkVector(string Prefix, int Count, int[] PerNode, string Sha256, int[]? Owners);

    internal sealed record PositionFile(OriginVector Origin, TextVector[] Texts, LengthVector[] Lengths, RepeatVector[] Repeats);

    internal sealed record OriginVector(AboutVector About);

    internal sealed record AboutVector(string Alphabet);

    internal sealed record TextVector(string Key, uint Position);

    internal sealed record LengthVector(int Length, uint Position);

    internal sealed record RepeatVector(string Prefix, string Repeat, int Count, uint Position);

    internal sealed record LabelFile(LabelVector[] Labels);

    internal sealed record LabelVector(string Name, string Label0, uint Position0, string Label99, uint Position99);

    internal sealed record HashFile(OriginVector Origin, HashTextVector[] Texts, HashLengthVector[] Lengths);

    internal sealed record HashTextVector(string Key, uint Md5, uint Xxhash3, uint Xxhash64, uint Xxhash32, uint Crc32);

    internal sealed record ProfileFile(string[] Keys, ProfileVector[] Cases);

    internal sealed record ProfileVector(
        string Profile, int Replicas, RingNode[] Nodes, int Keys, int[] Owners, KeyOwner[] Extra, int? Points, string? Checksum, string? Sha256,
        ListVector[]? Lists)
    {
        internal HashRing Build(SearchAlgorithm search = SearchAlgorithm.Auto) => new(Nodes, new HashRingOptions
        {
            Profile = Enum.Parse<RingProfile>(Profile.Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            Replicas = Replicas,
            Search = search,
        });
    }

    internal sealed record KeyOwner(string Key, int Owner);

    internal sealed record ListVector(string Key, int[] Ignored, int Replicas, int[] Nodes);

    internal sealed record StateFile(StateVector[] Cases);

    internal sealed record StateVector(
        RingNode[] Nodes, int Replicas, string Labels, string Hash, string Search, string Collisions, string Checksum, string Sha256,
        string? State)
    {
        internal HashRing Build() => new(Nodes, new HashRingOptions
        {
            Replicas = Replicas,
            Labels = Enum.Parse<LabelFormat>(Labels.Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            Hash = Enum.Parse<HashFunction>(Hash.Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            Search = Enum.Parse<SearchAlgorithm>(Search, ignoreCase: true),
            Collisions = Enum.Parse<CollisionRule>(Collisions.Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
        });
    }

    internal sealed record HashLengthVector(int Length, uint Md5, uint Xxhash3, uint Xxhash64, uint Xxhash32, uint Crc32);
}

using RingPerf.Benchmarks.Inputs;

namespace RingPerf.Benchmarks.Rivals;

/// <summary>A rival is timed only after it has given the ring's own answers.</summary>
internal static class RivalCheck
{
    // A hundred points a node leave its share within a third of the mean, give or take; broken hashes are far outside.
    private const double LeastShare = 0.3;
    private const double MostShare = 2.5;

    /// <summary>Compares the owner of every key.</summary>
    /// <exception cref="InvalidOperationException">An answer differs; the message has the key and both answers.</exception>
    internal static void SameNodes(string rival, Func<string, string?> answer, HashRing ring, ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            Same(rival, $"key \"{key}\"", answer(key), ring.GetNode(key));
        }
    }

    /// <summary>Compares the preference list of every key with single ones, and those with a rival's.</summary>
    /// <param name="rival">The rival's name, for the message.</param>
    /// <param name="answer">The rival's list.</param>
    /// <param name="ring">The ring.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="batch">The ring's own lists of all keys from a batch, a row a key.</param>
    /// <exception cref="InvalidOperationException">An answer differs; the message has the key and both answers.</exception>
    internal static void SameLists(
        string rival, Func<string, IEnumerable<string>> answer, HashRing ring, ReadOnlySpan<string> keys, ReadOnlySpan<int> batch)
    {
        int[] nodes = new int[batch.Length / keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            ring.GetNodes(keys[i], nodes);
            string list = Names(nodes);
            Same(rival, $"key \"{keys[i]}\"", string.Join(' ', answer(keys[i])), list);
            Same("a batch of lists", $"key \"{keys[i]}\"", Names(batch.Slice(i * nodes.Length, nodes.Length)), list);
        }

        string Names(ReadOnlySpan<int> nodes) => string.Join(' ', nodes.ToArray().Select(node => ring.Nodes[node]));
    }

    /// <summary>Compares batches of both key forms with single lookups.</summary>
    /// <exception cref="InvalidOperationException">An answer differs.</exception>
    internal static void SameBatches(HashRing ring, KeyStream keys, int count, int batchSize)
    {
        int[] packed = new int[count];
        int[] strings = new int[count];
        for (int first = 0; first < count; first += batchSize)
        {
            int length = Math.Min(batchSize, count - first);
            ring.GetNodeIndices(keys.Utf8, keys.Offsets.Slice(first, length + 1), packed.AsSpan(first, length));
            ring.GetNodeIndices(keys.Texts.Slice(first, length), strings.AsSpan(first, length));
        }

        for (int i = 0; i < count; i++)
        {
            int single = ring.GetNodeIndex(keys.Texts[i]);
            Same("a batch of UTF-8", $"key \"{keys.Texts[i]}\"", packed[i], single);
            Same("a batch of strings", $"key \"{keys.Texts[i]}\"", strings[i], single);
        }
    }

    /// <summary>Checks a rival with answers of its own: nodes of the set, the same from a second instance, and even enough.</summary>
    /// <exception cref="InvalidOperationException">They are not.</exception>
    internal static void Balanced(
        string rival, Func<string, string?> answer, Func<string, string?> second, string[] nodes, ReadOnlySpan<string> keys)
    {
        var counts = nodes.ToDictionary(node => node, _ => 0);
        foreach (string key in keys)
        {
            string? node = answer(key);
            Same(rival, $"key \"{key}\"", node, second(key));
            Same(rival, $"node \"{node}\" among the nodes", node is not null && counts.ContainsKey(node), true);
            counts[node!]++;
        }

        double mean = (double)keys.Length / nodes.Length;
        foreach ((string node, int count) in counts)
        {
            Same(rival, $"{node}'s {count} keys of {mean} being fair", count > LeastShare * mean && count < MostShare * mean, true);
        }
    }

    /// <summary>Compares points and nodes of two rings.</summary>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    internal static void SamePoints(string rival, HashRing changed, HashRing rebuilt)
    {
        Same(rival, "number of points", changed.PointCount, rebuilt.PointCount);
        for (int point = 0; point < rebuilt.PointCount; point++)
        {
            Same(rival, $"position of point {point}", changed.Positions[point], rebuilt.Positions[point]);
            Same(rival, $"owner of point {point}", changed.Nodes[changed.Owners[point]], rebuilt.Nodes[rebuilt.Owners[point]]);
        }
    }

    /// <summary>Compares one answer.</summary>
    /// <exception cref="InvalidOperationException">It differs.</exception>
    internal static void Same<T>(string rival, string what, T answer, T expected)
    {
        if (!EqualityComparer<T>.Default.Equals(answer, expected))
        {
            throw new InvalidOperationException(
                $"{rival} is not timed: for {what} it answers {answer}, the reference answers {expected}.");
        }
    }
}

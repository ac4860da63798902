namespace RingPerf.Benchmarks.Rivals;

/// <summary>A rival is timed only after it has given the ring's own answers.</summary>
internal static class RivalCheck
{
    /// <summary>Compares the owner of every key.</summary>
    /// <exception cref="InvalidOperationException">An answer differs; the message has the key and both answers.</exception>
    internal static void SameNodes(string rival, Func<string, string?> answer, HashRing ring, ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            Same(rival, $"key \"{key}\"", answer(key), ring.GetNode(key));
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

using System.Buffers;
using System.Runtime.InteropServices;

namespace RingPerf.Coordination;

/// <summary>Picks the items that one member of a ring owns.</summary>
internal static class Share
{
    // Keys and owners of a batch stay in the first-level cache, and a long input rents no array of its own length for its keys.
    private const int BatchSize = 1024;

    /// <summary>The items owned, in the order given.</summary>
    /// <returns>A new array; nothing else is allocated where the items are an array, a list or a collection.</returns>
    /// <exception cref="ArgumentException">A key is null or has a lone surrogate; the message has the item's index.</exception>
    internal static T[] Of<T>(HashRing ring, int self, IEnumerable<T> items, Func<T, string> key, out int total)
    {
        switch (items)
        {
            case T[] array:
                total = array.Length;
                return OfSpan(ring, self, array, key);
            case List<T> list:
                total = list.Count;
                return OfSpan(ring, self, CollectionsMarshal.AsSpan(list), key);
            case ICollection<T> collection:
                total = collection.Count;
                return OfCollection(ring, self, collection, total, key);
            default:
                T[] copy = items.ToArray();
                total = copy.Length;
                return OfSpan(ring, self, copy, key);
        }
    }

    private static T[] OfCollection<T>(HashRing ring, int self, ICollection<T> items, int count, Func<T, string> key)
    {
        T[] copy = ArrayPool<T>.Shared.Rent(count);
        try
        {
            items.CopyTo(copy, 0);
            return OfSpan(ring, self, copy.AsSpan(0, count), key);
        }
        finally
        {
            ArrayPool<T>.Shared.Return(copy, clearArray: true);
        }
    }

    private static T[] OfSpan<T>(HashRing ring, int self, ReadOnlySpan<T> items, Func<T, string> key)
    {
        int most = Math.Min(items.Length, BatchSize);
        string[] keys = ArrayPool<string>.Shared.Rent(most);
        int[] owners = ArrayPool<int>.Shared.Rent(most);
        int[] mine = ArrayPool<int>.Shared.Rent(items.Length);
        try
        {
            int count = 0;
            for (int start = 0; start < items.Length; start += BatchSize)
            {
                int length = Math.Min(BatchSize, items.Length - start);
                Locate(ring, items.Slice(start, length), key, keys.AsSpan(0, length), owners, start);
                for (int i = 0; i < length; i++)
                {
                    mine[count] = start + i;
                    count += owners[i] == self ? 1 : 0;
                }
            }

            return Gather(items, mine.AsSpan(0, count));
        }
        finally
        {
            ArrayPool<int>.Shared.Return(mine);
            ArrayPool<int>.Shared.Return(owners);
            ArrayPool<string>.Shared.Return(keys, clearArray: true);
        }
    }

    private static void Locate<T>(
        HashRing ring, ReadOnlySpan<T> items, Func<T, string> key, Span<string> keys, Span<int> owners, int start)
    {
        for (int i = 0; i < items.Length; i++)
        {
            keys[i] = key(items[i]);
        }

        try
        {
            ring.GetNodeIndices(keys, owners);
        }
        catch (ArgumentException)
        {
            ThrowWithIndex(ring, keys, start);
            throw;
        }
    }

    /// <summary>The batch names a key by its place in the batch; the caller knows only the place in its input.</summary>
    private static void ThrowWithIndex(HashRing ring, ReadOnlySpan<string> keys, int start)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            try
            {
                ring.GetNodeIndex(keys[i]);
            }
            catch (ArgumentException e)
            {
                throw new ArgumentException($"The key of item {start + i} cannot be hashed. {e.Message}", e);
            }
        }
    }

    private static T[] Gather<T>(ReadOnlySpan<T> items, ReadOnlySpan<int> places)
    {
        if (places.IsEmpty)
        {
            return [];
        }

        var share = new T[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            share[i] = items[places[i]];
        }

        return share;
    }
}

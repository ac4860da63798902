using System.Buffers;
using System.Runtime.InteropServices;

namespace RingPerf.Coordination;

/// <summary>Picks the items that one member of a ring owns.</summary>
internal static class Share
{
    /// <summary>The items owned, in the order given.</summary>
    /// <returns>A new array; nothing else is allocated where the items are an array, a list or a collection.</returns>
    /// <exception cref="ArgumentException">A key is null or has a lone surrogate; the message has the item's index.</exception>
    internal static T[] Of<T>(HashRing ring, int self, IEnumerable<T> items, Func<T, string> key, out int total) =>
        typeof(T) == typeof(string)
            ? (T[])(object)Of<string, TextKeys>(ring, self, (IEnumerable<string>)items, (Func<string, string>)(object)key, out total)
            : Of<T, AnyKeys<T>>(ring, self, items, key, out total);

    private static T[] Of<T, TKeys>(HashRing ring, int self, IEnumerable<T> items, Func<T, string> key, out int total)
        where TKeys : struct, IItemKeys<T>
    {
        switch (items)
        {
            case T[] array:
                total = array.Length;
                return OfSpan<T, TKeys>(ring, self, array, key);
            case List<T> list:
                total = list.Count;
                return OfSpan<T, TKeys>(ring, self, CollectionsMarshal.AsSpan(list), key);
            case ICollection<T> collection:
                total = collection.Count;
                return OfCollection<T, TKeys>(ring, self, collection, total, key);
            default:
                T[] copy = items.ToArray();
                total = copy.Length;
                return OfSpan<T, TKeys>(ring, self, copy, key);
        }
    }

    private static T[] OfCollection<T, TKeys>(HashRing ring, int self, ICollection<T> items, int count, Func<T, string> key)
        where TKeys : struct, IItemKeys<T>
    {
        T[] copy = ArrayPool<T>.Shared.Rent(count);
        try
        {
            items.CopyTo(copy, 0);
            return OfSpan<T, TKeys>(ring, self, copy.AsSpan(0, count), key);
        }
        finally
        {
            ArrayPool<T>.Shared.Return(copy, clearArray: true);
        }
    }

    private static T[] OfSpan<T, TKeys>(HashRing ring, int self, ReadOnlySpan<T> items, Func<T, string> key)
        where TKeys : struct, IItemKeys<T>
    {
        var room = default(KeyBatch);
        Span<int> owners = stackalloc int[KeyBatch.Length];
        int[] mine = ArrayPool<int>.Shared.Rent(items.Length);
        try
        {
            int count = 0;
            for (int start = 0; start < items.Length; start += KeyBatch.Length)
            {
                int length = Math.Min(KeyBatch.Length, items.Length - start);
                ReadOnlySpan<string> keys = TKeys.Of(items.Slice(start, length), key, room);
                Locate(ring, keys, owners, start);
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
        }
    }

    private static void Locate(HashRing ring, ReadOnlySpan<string> keys, Span<int> owners, int start)
    {
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
        Span<T> to = share;
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = items[places[i]];
        }

        return share;
    }
}

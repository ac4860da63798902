namespace RingPerf.Coordination;

/// <summary>Keys of items of any type.</summary>
/// <typeparam name="T">Type of an item.</typeparam>
internal readonly struct AnyKeys<T> : IItemKeys<T>
{
    public static ReadOnlySpan<string> Of(ReadOnlySpan<T> items, Func<T, string> key, Span<string> room)
    {
        room = room[..items.Length];
        for (int i = 0; i < room.Length; i++)
        {
            room[i] = key(items[i]);
        }

        return room;
    }
}

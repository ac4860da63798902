namespace RingPerf.Coordination;

/// <summary>Keys of items that are text: mostly the items themselves, which then need no copy.</summary>
internal readonly struct TextKeys : IItemKeys<string>
{
    public static ReadOnlySpan<string> Of(ReadOnlySpan<string> items, Func<string, string> key, Span<string> room)
    {
        for (int i = 0; i < items.Length; i++)
        {
            string text = key(items[i]);
            if (!ReferenceEquals(text, items[i]))
            {
                items[..i].CopyTo(room);
                room[i] = text;
                AnyKeys<string>.Of(items[(i + 1)..], key, room[(i + 1)..]);
                return room[..items.Length];
            }
        }

        return items;
    }
}

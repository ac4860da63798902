namespace RingPerf.Coordination;

/// <summary>Finds the keys of a batch of items.</summary>
/// <typeparam name="T">Type of an item.</typeparam>
internal interface IItemKeys<T>
{
    /// <summary>The keys of items; each item is asked once, in order.</summary>
    /// <param name="items">At most as many as there is room for.</param>
    /// <param name="key">An item's key.</param>
    /// <param name="room">Where the keys may be stored.</param>
    static abstract ReadOnlySpan<string> Of(ReadOnlySpan<T> items, Func<T, string> key, Span<string> room);
}

namespace RingPerf;

public sealed partial class HashRing
{
    /// <summary>The node that owns a key.</summary>
    /// <param name="key">The key's text, hashed as UTF-8; any length, may be empty, never normalised or trimmed.</param>
    /// <returns>The node's name, or null on an empty ring.</returns>
    /// <remarks>Allocates nothing. O(length of the key + log of the points).</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> has a lone surrogate.</exception>
    public string? GetNode(string key) => Name(GetNodeIndex(key));

    /// <inheritdoc cref="GetNode(string)"/>
    public string? GetNode(ReadOnlySpan<char> key) => Name(GetNodeIndex(key));

    /// <summary>The node that owns a key given as bytes.</summary>
    /// <param name="utf8">The key's UTF-8 text; the bytes are hashed as given, unvalidated.</param>
    /// <returns>The node's name, or null on an empty ring.</returns>
    /// <remarks>Allocates nothing. O(length of the key + log of the points).</remarks>
    public string? GetNode(ReadOnlySpan<byte> utf8) => Name(GetNodeIndex(utf8));

    /// <summary>Index of the node that owns a key.</summary>
    /// <param name="key">The key's text, hashed as UTF-8; any length, may be empty, never normalised or trimmed.</param>
    /// <returns>An index into <see cref="Nodes"/>, or -1 on an empty ring.</returns>
    /// <remarks>Allocates nothing. O(length of the key + log of the points).</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> has a lone surrogate.</exception>
    public int GetNodeIndex(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _core.Find(key.AsSpan());
    }

    /// <inheritdoc cref="GetNodeIndex(string)"/>
    public int GetNodeIndex(ReadOnlySpan<char> key) => _core.Find(key);

    /// <summary>Index of the node that owns a key given as bytes.</summary>
    /// <param name="utf8">The key's UTF-8 text; the bytes are hashed as given, unvalidated.</param>
    /// <returns>An index into <see cref="Nodes"/>, or -1 on an empty ring.</returns>
    /// <remarks>Allocates nothing. O(length of the key + log of the points).</remarks>
    public int GetNodeIndex(ReadOnlySpan<byte> utf8) => _core.Find(utf8);

    /// <summary>The key's place on the circle.</summary>
    /// <param name="key">The key's text, hashed as UTF-8.</param>
    /// <returns>The position, 0 to 2^32 − 1, whatever the ring's points.</returns>
    /// <remarks>Allocates nothing. O(length of the key).</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> has a lone surrogate.</exception>
    public uint GetPosition(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _core.Position(key, element: -1);
    }

    /// <inheritdoc cref="GetPosition(string)"/>
    public uint GetPosition(ReadOnlySpan<char> key) => _core.Position(key, element: -1);

    /// <summary>The place on the circle of a key given as bytes.</summary>
    /// <param name="utf8">The key's UTF-8 text; the bytes are hashed as given, unvalidated.</param>
    /// <returns>The position, 0 to 2^32 − 1, whatever the ring's points.</returns>
    /// <remarks>Allocates nothing. O(length of the key).</remarks>
    public uint GetPosition(ReadOnlySpan<byte> utf8) => _core.Position(utf8);

    /// <summary>Index of the node that owns a position.</summary>
    /// <param name="position">A place on the circle; one that carries a point belongs to the next point.</param>
    /// <returns>An index into <see cref="Nodes"/>, or -1 on an empty ring.</returns>
    /// <remarks>Allocates nothing. O(log of the points).</remarks>
    public int GetNodeIndexAt(uint position) => _core.FindOwner(position);

    private string? Name(int index) => index < 0 ? null : _order.Names[index];
}

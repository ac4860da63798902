using RingPerf.Preference;

namespace RingPerf;

public sealed partial class HashRing
{
    /// <summary>Distinct nodes for a key's copies, spread over as many zones as there are.</summary>
    /// <param name="key">The key's text, hashed as UTF-8.</param>
    /// <param name="nodes">Receives indexes into <see cref="Nodes"/>, the owner first; its length is the number asked for.</param>
    /// <param name="zones">The zone of each of <see cref="Nodes"/> (rack, data centre …): any numbers, equal ones are one zone.</param>
    /// <returns>The number written: fewer than asked for only where fewer nodes own a point, 0 on an empty ring.</returns>
    /// <remarks>First comes the first node of each zone, in ring order from the key's owner on. Where more are asked for than there are
    /// zones, the nodes passed by follow, in ring order from the owner on, whatever their zones. A shorter list is the head of a
    /// longer one. Allocates nothing. A few points a node asked for, up to eight, where zones are many enough and even; else O(nodes +
    /// points looked at), never more than two turns and a few points.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> has a lone surrogate, <paramref name="zones"/> has not one element a
    /// node, or <paramref name="nodes"/> overlaps it.</exception>
    public int GetNodesAcrossZones(string key, Span<int> nodes, ReadOnlySpan<int> zones) =>
        GetNodesAcrossZonesAt(GetPosition(key), nodes, zones);

    /// <inheritdoc cref="GetNodesAcrossZones(string, Span{int}, ReadOnlySpan{int})"/>
    public int GetNodesAcrossZones(ReadOnlySpan<char> key, Span<int> nodes, ReadOnlySpan<int> zones) =>
        GetNodesAcrossZonesAt(GetPosition(key), nodes, zones);

    /// <param name="utf8">The key's UTF-8 text; the bytes are hashed as given, unvalidated.</param>
    /// <param name="nodes">Receives indexes into <see cref="Nodes"/>, the owner first; its length is the number asked for.</param>
    /// <param name="zones">The zone of each of <see cref="Nodes"/> (rack, data centre …): any numbers, equal ones are one zone.</param>
    /// <inheritdoc cref="GetNodesAcrossZones(string, Span{int}, ReadOnlySpan{int})"/>
    public int GetNodesAcrossZones(ReadOnlySpan<byte> utf8, Span<int> nodes, ReadOnlySpan<int> zones) =>
        GetNodesAcrossZonesAt(GetPosition(utf8), nodes, zones);

    /// <param name="position">A place on the circle; one that carries a point belongs to the next point.</param>
    /// <param name="nodes">Receives indexes into <see cref="Nodes"/>, the owner first; its length is the number asked for.</param>
    /// <param name="zones">The zone of each of <see cref="Nodes"/> (rack, data centre …): any numbers, equal ones are one zone.</param>
    /// <inheritdoc cref="GetNodesAcrossZones(string, Span{int}, ReadOnlySpan{int})"/>
    public int GetNodesAcrossZonesAt(uint position, Span<int> nodes, ReadOnlySpan<int> zones)
    {
        if (zones.Length != Nodes.Count)
        {
            Throw.WrongLength(nameof(zones), zones.Length, Nodes.Count);
        }

        if (nodes.Overlaps(zones))
        {
            Throw.DestinationOverlaps(nameof(nodes), nameof(zones));
        }

        return PointCount == 0 ? 0 : PreferenceList.FillAcrossZones(Owners, zones, _core.FindPoint(position), nodes, out _);
    }
}

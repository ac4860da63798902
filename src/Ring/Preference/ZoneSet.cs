using System.Diagnostics;
using System.Numerics;

namespace RingPerf.Preference;

/// <summary>The distinct zones of all nodes, each of which is taken once: a hash table in the caller's memory.</summary>
/// <remarks>Open addressing at half load or less. A slot is 0 where empty, else the zone and the lowest two bits: in use, and taken.</remarks>
internal readonly ref struct ZoneSet
{
    private const ulong InUse = 1;
    private const ulong Taken = 2;
    private const int FlagBits = 2;
    private const uint Factor = 0x9E3779B1;

    private readonly Span<ulong> _slots;

    /// <summary>The set of the zones given.</summary>
    /// <param name="slots">Memory of <see cref="SlotsFor"/> slots, cleared here.</param>
    /// <param name="zones">The zone of each node; any numbers.</param>
    internal ZoneSet(Span<ulong> slots, ReadOnlySpan<int> zones)
    {
        Debug.Assert(BitOperations.IsPow2(slots.Length) && slots.Length >= 2 * zones.Length);
        _slots = slots;
        _slots.Clear();
        foreach (int zone in zones)
        {
            ref ulong slot = ref Slot(zone);
            Count += slot == 0 ? 1 : 0;
            slot = Entry(zone);
        }
    }

    /// <summary>Number of distinct zones.</summary>
    internal int Count { get; }

    /// <summary>Slots for the zones of so many nodes: a power of two.</summary>
    internal static int SlotsFor(int nodes) => checked((int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(nodes, 1) * 2));

    /// <summary>Takes a zone of the set; false where it was taken.</summary>
    internal bool Take(int zone)
    {
        ref ulong slot = ref Slot(zone);
        bool free = (slot & Taken) == 0;
        slot |= Taken;
        return free;
    }

    private static ulong Entry(int zone) => ((ulong)(uint)zone << FlagBits) | InUse;

    private ref ulong Slot(int zone)
    {
        int last = _slots.Length - 1;
        for (int place = (int)(((uint)zone * Factor) >> 1) & last; ; place = (place + 1) & last)
        {
            ref ulong slot = ref _slots[place];
            if (slot == 0 || (slot & ~Taken) == Entry(zone))
            {
                return ref slot;
            }
        }
    }
}

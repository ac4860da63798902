using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace RingPerf.Coordination.InMemory;

/// <summary>A store of groups in this process's memory, shared by the drivers that name it, with faults on demand.</summary>
/// <remarks>It behaves as tooz's Redis does: a member's life is one timer for all its groups, set by its own beats, and who reads a
/// group purges the members whose timer ran out, itself excepted. Safe for any number of threads.</remarks>
public sealed class InMemoryStore
{
    // A clock is a world of its own: stores of two clocks could not agree on who is alive.
    private static readonly ConditionalWeakTable<TimeProvider, ConcurrentDictionary<string, InMemoryStore>> Worlds = [];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Dictionary<MemberId, MemberCapabilities>> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<MemberId, Life> _lives = [];
    private readonly TimeProvider _time;

    private InMemoryStore(TimeProvider time)
    {
        _time = time;
        Faults = new InMemoryFaults(time);
    }

    /// <summary>What goes wrong between the store and its drivers.</summary>
    public InMemoryFaults Faults { get; }

    /// <summary>The store of a name, made at first use.</summary>
    /// <param name="name">The host of <c>memory://name</c>.</param>
    /// <param name="time">The clock of the drivers that share it; another clock has stores of its own.</param>
    /// <returns>The store, made at the first call for the name and clock.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static InMemoryStore Named(string name, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(time);
        return Worlds.GetOrCreateValue(time).GetOrAdd(name, static (_, clock) => new InMemoryStore(clock), time);
    }

    /// <summary>Forgets every group and every life, as a server that restarts empty.</summary>
    public void LoseData()
    {
        lock (_gate)
        {
            _groups.Clear();
            _lives.Clear();
        }
    }

    /// <summary>Takes a member out of a group behind its back, as a peer that purged it.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="memberId">The member.</param>
    /// <returns>False where the group has no such member.</returns>
    public bool DropMember(string groupId, MemberId memberId)
    {
        lock (_gate)
        {
            return _groups.TryGetValue(groupId, out Dictionary<MemberId, MemberCapabilities>? members) && members.Remove(memberId);
        }
    }

    internal void KeepAlive(MemberId member, TimeSpan holds)
    {
        lock (_gate)
        {
            _lives[member] = new Life(_time.GetTimestamp(), holds);
        }
    }

    internal void EndLife(MemberId member)
    {
        lock (_gate)
        {
            _lives.Remove(member);
        }
    }

    internal void Create(string group)
    {
        lock (_gate)
        {
            if (!_groups.TryAdd(group, []))
            {
                throw new GroupAlreadyExistsException(group);
            }
        }
    }

    internal void Delete(string group)
    {
        lock (_gate)
        {
            if (Members(group).Count > 0)
            {
                throw new GroupNotEmptyException(group);
            }

            _groups.Remove(group);
        }
    }

    internal string[] List()
    {
        lock (_gate)
        {
            return [.. _groups.Keys];
        }
    }

    internal void Join(string group, MemberId member, MemberCapabilities capabilities)
    {
        lock (_gate)
        {
            if (!Members(group).TryAdd(member, capabilities))
            {
                throw new MemberAlreadyExistsException(group, member);
            }
        }
    }

    internal void Leave(string group, MemberId member)
    {
        lock (_gate)
        {
            if (!Members(group).Remove(member))
            {
                throw new MemberNotJoinedException(group, member);
            }
        }
    }

    internal GroupMember[] ReadMembers(string group, MemberId reader, bool purges, out List<MemberId> purged)
    {
        purged = [];
        lock (_gate)
        {
            Dictionary<MemberId, MemberCapabilities> members = Members(group);
            GroupMember[] alive =
            [
                .. members.Where(pair => pair.Key == reader || IsAlive(pair.Key)).Select(pair => new GroupMember(pair.Key, pair.Value)),
            ];
            if (purges)
            {
                purged.AddRange(members.Keys.Except(alive.Select(member => member.Id)));
                purged.ForEach(member => members.Remove(member));
            }

            return alive;
        }
    }

    internal MemberCapabilities ReadCapabilities(string group, MemberId member)
    {
        lock (_gate)
        {
            return Members(group).TryGetValue(member, out MemberCapabilities capabilities)
                ? capabilities
                : throw new MemberNotJoinedException(group, member);
        }
    }

    internal void WriteCapabilities(string group, MemberId member, MemberCapabilities capabilities)
    {
        lock (_gate)
        {
            Dictionary<MemberId, MemberCapabilities> members = Members(group);
            if (!members.ContainsKey(member))
            {
                throw new MemberNotJoinedException(group, member);
            }

            members[member] = capabilities;
        }
    }

    private Dictionary<MemberId, MemberCapabilities> Members(string group) =>
        _groups.TryGetValue(group, out Dictionary<MemberId, MemberCapabilities>? members)
            ? members
            : throw new GroupNotCreatedException(group);

    private bool IsAlive(MemberId member) =>
        _lives.TryGetValue(member, out Life life) && _time.GetElapsedTime(life.BeatAt) < life.Holds;

    private readonly record struct Life(long BeatAt, TimeSpan Holds);
}

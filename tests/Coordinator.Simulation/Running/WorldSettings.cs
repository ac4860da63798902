using RingPerf.Coordination.Simulation.Scheduling;

namespace RingPerf.Coordination.Simulation.Running;

/// <summary>The options of a fleet, drawn from the seed within what the documentation recommends.</summary>
internal sealed record WorldSettings
{
    /// <summary>The way of a call to the store or back takes at least this.</summary>
    internal static readonly TimeSpan ShortestWay = TimeSpan.FromMicroseconds(50);

    /// <summary>The ways of a poll without a fault, there and back: join, create, join, read, join, read and one call to spare.</summary>
    private const int WaysOfAPoll = 14;

    /// <summary>Pairs of names with labels on one position: as Python bytes, and plain.</summary>
    internal static readonly string[] Colliding = ["node194", "node204", "agent-68", "agent-102"];

    /// <summary>Without a fault, the way of a call to the store or back takes at most this.</summary>
    internal required TimeSpan LongestWay { get; init; }

    internal required int Agents { get; init; }

    internal required int Items { get; init; }

    /// <summary>How long a beat holds: T of the contract.</summary>
    internal required TimeSpan MembershipTimeout { get; init; }

    /// <summary>From the begin of a poll to the begin of the next one.</summary>
    internal required TimeSpan PollInterval { get; init; }

    internal required TimeSpan BeatInterval { get; init; }

    /// <summary>The longest that an operation takes.</summary>
    internal required TimeSpan Timeout { get; init; }

    internal required TimeSpan MaxRetryInterval { get; init; }

    internal required JoinHabit Joins { get; init; }

    internal required LabelFormat Labels { get; init; }

    /// <summary>Whether coordinators draw their names, and draw again to avoid a collision.</summary>
    internal required bool DrawsNames { get; init; }

    /// <summary>The first names; later agents have numbers beyond.</summary>
    internal required IReadOnlyList<string> Names { get; init; }

    /// <summary>From one answer of a poll to the next one, without a fault: P of the contract.</summary>
    internal TimeSpan Poll => PollInterval + (LongestWay * WaysOfAPoll);

    /// <summary>How long an item may have no owner or two after a change that the store knows at once.</summary>
    internal TimeSpan KnownWindow => Poll * 2;

    /// <summary>T + P: how long after a change an item may have no owner or two.</summary>
    internal TimeSpan Window => MembershipTimeout + Poll;

    internal static WorldSettings Draw(SeededDraws draws, bool pollsRarely)
    {
        TimeSpan membershipTimeout = draws.Seconds(6, 15);
        // From ways that hardly ever meet to ways that often do; P stays below T - H, as the contract needs.
        TimeSpan longestWay = membershipTimeout / 6 / WaysOfAPoll * Math.Pow(100, -draws.Fraction());
        int agents = draws.Whole(2, 9);
        return new WorldSettings
        {
            LongestWay = longestWay,
            Agents = agents,
            Items = draws.Whole(20, 80),
            MembershipTimeout = membershipTimeout,
            PollInterval = pollsRarely
                ? draws.Time(membershipTimeout, membershipTimeout * 2)
                : draws.Time(TimeSpan.FromSeconds(1), membershipTimeout / 2),
            BeatInterval = draws.Time(membershipTimeout / 6, membershipTimeout / 3),
            Timeout = draws.Chance(0.5) ? membershipTimeout : draws.Time(TimeSpan.FromSeconds(1), membershipTimeout),
            MaxRetryInterval = draws.Seconds(0.5, 1),
            Joins = draws.Pick(Enum.GetValues<JoinHabit>()),
            Labels = draws.Chance(0.5) ? LabelFormat.PythonBytes : LabelFormat.Plain,
            DrawsNames = draws.Chance(0.2),
            Names = draws.Chance(0.2) ? Colliding : [],
        };
    }
}

namespace RingPerf.Coordination.Simulation.Scale;

/// <summary>Who works on one item, and who should, while the members restart.</summary>
internal sealed class ItemLife
{
    private readonly List<Span> _held = [];
    private readonly SortedSet<double> _moves = [];

    /// <summary>Follows the members that the ring would give the item, until one of them is listed whenever those before are not.</summary>
    internal ItemLife(IEnumerable<int> walk, IReadOnlyList<MemberLife> members)
    {
        var seen = new HashSet<int>();
        Span due = Span.Always;
        foreach (int member in walk.Where(seen.Add))
        {
            Hold(members[member], due);
            due = due.And(members[member].Unlisted);
            if (due.IsEmpty)
            {
                break;
            }

            _moves.UnionWith([due.Begin, due.End]);
        }
    }

    /// <summary>How often the item has another owner by the list of members.</summary>
    internal int Moves => _moves.Count;

    /// <summary>The times with so many owners: none, or two and more.</summary>
    internal IEnumerable<Span> TimesWith(Func<int, bool> owners, Span within)
    {
        IEnumerable<(double At, int Change)> changes =
            _held.SelectMany(held => new[] { (held.Begin, 1), (held.End, -1) }).OrderBy(change => change.Item1);
        int count = 0;
        double since = within.Begin;
        foreach ((double at, int change) in changes.Append((within.End, 0)))
        {
            Span span = new Span(since, at).And(within);
            if (owners(count) && !span.IsEmpty)
            {
                yield return span;
            }

            count += change;
            since = Math.Max(at, within.Begin);
        }
    }

    /// <summary>A member takes the item at its first poll in a time, and drops it at its first one afterwards, or when it ends.</summary>
    private void Hold(MemberLife member, Span time)
    {
        foreach (Span running in member.Running)
        {
            Span polls = running.And(time);
            double begin = double.IsInfinity(polls.Begin) ? polls.Begin : member.PollFrom(polls.Begin);
            double end = double.IsInfinity(time.End) ? running.End : Math.Min(member.PollFrom(time.End), running.End);
            if (begin < polls.End)
            {
                _held.Add(new Span(begin, end));
            }
        }
    }
}

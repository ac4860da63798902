namespace RingPerf.Coordination.Simulation.Scale;

/// <summary>What a rolling restart did to the items.</summary>
internal sealed class RestartResult(RestartPlan plan, int seconds)
{
    private readonly int[] _without = new int[seconds + 1];
    private readonly int[] _double = new int[seconds + 1];

    internal RestartPlan Plan => plan;

    /// <summary>How long items had no owner, each time, seconds.</summary>
    internal List<double> TimesWithout { get; } = [];

    /// <summary>How long items had two, each time, seconds.</summary>
    internal List<double> TimesDouble { get; } = [];

    /// <summary>How often an item had another owner by the list of members.</summary>
    internal long Moves { get; private set; }

    /// <summary>Part of the items without an owner at each second.</summary>
    internal IEnumerable<double> Without => Running(_without);

    /// <summary>Part of the items with two at each second.</summary>
    internal IEnumerable<double> Double => Running(_double);

    internal void Add(ItemLife item)
    {
        var within = new Span(0, plan.End);
        Moves += item.Moves;
        Add(item.TimesWith(owners => owners == 0, within), TimesWithout, _without);
        Add(item.TimesWith(owners => owners > 1, within), TimesDouble, _double);
    }

    private static void Add(IEnumerable<Span> spans, List<double> times, int[] changes)
    {
        foreach (Span span in spans)
        {
            times.Add(span.Length);
            changes[(int)Math.Min(Math.Ceiling(span.Begin), changes.Length - 1)]++;
            changes[(int)Math.Min(Math.Ceiling(span.End), changes.Length - 1)]--;
        }
    }

    private IEnumerable<double> Running(int[] changes)
    {
        int count = 0;
        foreach (int change in changes.SkipLast(1))
        {
            count += change;
            yield return (double)count / plan.Items;
        }
    }
}

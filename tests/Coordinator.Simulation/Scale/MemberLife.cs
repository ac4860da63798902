using RingPerf.Coordination.Simulation.Scheduling;

namespace RingPerf.Coordination.Simulation.Scale;

/// <summary>When one member runs, polls, and is listed.</summary>
internal sealed class MemberLife
{
    private readonly double _poll;
    private readonly double _firstPoll;

    /// <summary>Draws when a member polls and beats; the plan says when it ends and starts.</summary>
    internal MemberLife(RestartPlan plan, int member, SeededDraws draws)
    {
        _poll = plan.Poll;
        Ends = member / plan.Batch * plan.Step;
        Starts = Ends + plan.Downtime + draws.Number(0, plan.Poll);
        _firstPoll = Ends - draws.Number(0, plan.Poll);
        double lastBeat = Ends - draws.Number(0, plan.Beat);
        Unlisted = new Span(plan.Kills ? lastBeat + plan.MembershipTimeout : Ends, Starts);
    }

    internal double Ends { get; }

    /// <summary>When it starts again, joins and polls at once.</summary>
    internal double Starts { get; }

    /// <summary>When a poll does not list it; empty where it is back before its last beat runs out.</summary>
    internal Span Unlisted { get; }

    /// <summary>The times before its end and after its start.</summary>
    internal IEnumerable<Span> Running => [new Span(double.NegativeInfinity, Ends), new Span(Starts, double.PositiveInfinity)];

    /// <summary>Its first poll at or after a time, while it would run without an end.</summary>
    internal double PollFrom(double time)
    {
        double known = time < Starts ? _firstPoll : Starts;
        double poll = known + (Math.Ceiling((time - known) / _poll) * _poll);
        return time < Starts && poll >= Ends ? Math.Max(Starts, time) : poll;
    }
}

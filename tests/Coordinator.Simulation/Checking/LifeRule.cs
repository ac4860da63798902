using RingPerf.Coordination.Simulation.Recording;

namespace RingPerf.Coordination.Simulation.Checking;

/// <summary>An agent that holds a membership has been alive within the membership timeout: it is told of the loss before peers act on it.</summary>
internal sealed class LifeRule(TimeSpan membershipTimeout) : IRule
{
    // Timers count whole milliseconds, and at the very time of a wake the agent has not looked at its clock yet.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly Dictionary<string, TimeSpan> _beats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeSpan> _wakes = new(StringComparer.Ordinal);

    public IEnumerable<Violation> See(HistoryEntry entry, bool isQuiet)
    {
        if (entry is Beaten beat)
        {
            _beats[beat.Agent] = beat.BegunAt;
        }
        else if (entry is Held { Works: true } woken)
        {
            _wakes[woken.Agent] = woken.At;
        }
        else if (entry is Changed { Kind: ChangeKind.Start, Agent: { } started })
        {
            _beats.Remove(started);
        }
        else if (entry is Answered { HoldsMembership: true } answer && _beats.TryGetValue(answer.Agent, out TimeSpan begunAt)
            && answer.At - begunAt > membershipTimeout + Tick && answer.At - _wakes.GetValueOrDefault(answer.Agent, TimeSpan.MinValue / 2) > Tick)
        {
            yield return new Violation(answer.At, "life", $"{answer.Agent} holds its membership {answer.At - begunAt} after its last beat.");
        }
    }
}

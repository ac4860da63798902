using RingPerf.Coordination.Simulation.Recording;

namespace RingPerf.Coordination.Simulation.Checking;

/// <summary>An agent that reaches the store stays a member by its beats, says so, and has nothing to warn of but labels that collide.</summary>
internal sealed class QuietAgentRule : IRule
{
    private const int RingCollides = 14;
    private const int NameCollides = 21;

    private readonly HashSet<string> _cutOff = new(StringComparer.Ordinal);

    public IEnumerable<Violation> See(HistoryEntry entry, bool isQuiet)
    {
        if (entry is Changed { Kind: ChangeKind.CutOff } cut)
        {
            _cutOff.Add(cut.Agent!);
        }
        else if (entry is Changed { Kind: ChangeKind.Reconnect } back)
        {
            _cutOff.Remove(back.Agent!);
        }

        if (isQuiet && entry is Logged logged && logged.Id is not (RingCollides or NameCollides) && !_cutOff.Contains(logged.Agent))
        {
            yield return new Violation(logged.At, "no warning", logged.ToString().Trim());
        }

        if (isQuiet && entry is Answered answer && !IsRight(answer))
        {
            yield return new Violation(answer.At, "status", answer.ToString().Trim());
        }
    }

    private bool IsRight(Answered answer)
    {
        bool isMember = !_cutOff.Contains(answer.Agent);
        return (answer.State == PartitionState.Member) == isMember && answer.HoldsMembership == isMember;
    }
}

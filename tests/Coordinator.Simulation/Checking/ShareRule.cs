using RingPerf.Coordination.Simulation.Recording;

namespace RingPerf.Coordination.Simulation.Checking;

/// <summary>A share is what the ring over the members read gives, in the order given; it is empty where they could not be read.</summary>
/// <remarks>An empty share is always allowed here: whether it may be empty for long is the business of <see cref="OneOwnerRule"/>.</remarks>
internal sealed class ShareRule(ShareOracle oracle) : IRule
{
    public IEnumerable<Violation> See(HistoryEntry entry, bool isQuiet)
    {
        if (entry is not Answered { Items.Count: > 0 } answer)
        {
            yield break;
        }

        if (answer.Members is null)
        {
            yield return new Violation(answer.At, "share", $"{answer.Agent} could not read the members and took {answer.Items.Count} items.");
        }
        else if (!oracle.Share(answer.Members, answer.Self).SequenceEqual(answer.Items))
        {
            yield return new Violation(answer.At, "share", $"{answer.Agent} took other items than the ring gives it: {answer}");
        }
    }
}

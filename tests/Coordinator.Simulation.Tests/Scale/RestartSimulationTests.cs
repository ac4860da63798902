using RingPerf.Coordination.Simulation.Scale;
using RingPerf.Coordination.Simulation.Scheduling;

namespace RingPerf.Coordination.Simulation.Tests.Scale;

public sealed class RestartSimulationTests
{
    /// <summary>Batches overlap here: a member is away for longer than the next batch takes to end.</summary>
    [Theory]
    [InlineData(false, 10, 7)]
    [InlineData(true, 10, 7)]
    [InlineData(false, 4, 30)]
    [InlineData(true, 4, 30)]
    public void Run_SmallFleet_IsWhatARingAtEveryPollGives(bool kills, double step, double downtime)
    {
        var plan = new RestartPlan
        {
            Members = 12,
            Batch = 3,
            Items = 150,
            Step = step,
            Downtime = downtime,
            MembershipTimeout = 6,
            Poll = 2.5,
            Beat = 2,
            Kills = kills,
        };

        RestartResult result = RestartSimulation.Run(plan);

        (double[] without, double[] doubled) = ByRings(plan);
        Assert.Contains(without, part => part > 0);
        Assert.Contains(doubled, part => part > 0);
        Assert.Equal(without, result.Without.Take(without.Length));
        Assert.Equal(doubled, result.Double.Take(doubled.Length));
    }

    [Fact]
    public void Run_MembersLeaveOneAfterTheOther_NoItemIsAloneForLongerThanAPoll()
    {
        RestartResult leave = RestartSimulation.Run(new RestartPlan { Members = 200, Batch = 2, Items = 2000 });
        RestartResult kill = RestartSimulation.Run(new RestartPlan { Members = 200, Batch = 2, Items = 2000, Kills = true });

        Assert.InRange(leave.TimesWithout.Max(), 9, 10);
        Assert.InRange(leave.TimesDouble.Max(), 9, 10);
        Assert.InRange(kill.TimesWithout.Max(), 35, 40);
        Assert.Equal(2, (double)leave.Moves / leave.Plan.Items, 1);
    }

    [Fact]
    public void Measure_BatchOfMembers_TheRingMovesTheLeast()
    {
        BatchMoves moves = BatchMoves.Measure(new RestartPlan { Members = 100, Batch = 5, Items = 5000 }, batches: 4);

        Assert.Equal(moves.Least, moves.Ring, 12);
        Assert.InRange(moves.Ring, 0.02, 0.08);
        Assert.InRange(moves.Modulo, 0.9, 1);
    }

    /// <summary>Parts of the items with no owner and with two at each second, from a ring over the members listed at every poll.</summary>
    private static (double[] Without, double[] Double) ByRings(RestartPlan plan)
    {
        var draws = new SeededDraws(plan.Seed);
        MemberLife[] members = [.. Enumerable.Range(0, plan.Members).Select(member => new MemberLife(plan, member, draws))];
        string[] keys = [.. RestartSimulation.KeysOf(plan)];
        int seconds = (int)plan.End;
        int[,] owners = new int[seconds, keys.Length];
        for (int member = 0; member < plan.Members; member++)
        {
            for (double poll = members[member].PollFrom(-plan.Poll); poll < plan.End;)
            {
                double next = members[member].PollFrom(poll + 1e-6);
                double end = poll < members[member].Ends ? Math.Min(next, members[member].Ends) : next;
                HashRing ring = RestartSimulation.RingOf(
                    Enumerable.Range(0, plan.Members).Where(other => !Covers(members[other].Unlisted, poll)).Select(RestartPlan.Name));
                for (int second = Math.Max(0, (int)Math.Ceiling(poll)); second < Math.Min(seconds, end); second++)
                {
                    for (int item = 0; item < keys.Length; item++)
                    {
                        owners[second, item] += ring.GetNode(keys[item]) == RestartPlan.Name(member) ? 1 : 0;
                    }
                }

                poll = next;
            }
        }

        return (Parts(owners, count => count == 0), Parts(owners, count => count > 1));
    }

    private static bool Covers(Span span, double time) => span.Begin <= time && time < span.End;

    private static double[] Parts(int[,] owners, Func<int, bool> counts) =>
    [
        .. Enumerable.Range(0, owners.GetLength(0)).Select(second =>
            (double)Enumerable.Range(0, owners.GetLength(1)).Count(item => counts(owners[second, item])) / owners.GetLength(1)),
    ];
}

using RingPerf.Coordination.InMemory;
using RingPerf.Coordination.Simulation.Agents;
using RingPerf.Coordination.Simulation.Recording;
using RingPerf.Coordination.Simulation.Running;
using RingPerf.Coordination.Simulation.Scheduling;

namespace RingPerf.Coordination.Simulation.Store;

/// <summary>Carries calls from agents to the store and answers back, each way in a time of its own, so that they overtake each other.</summary>
/// <remarks>A call that its caller gave up may still reach the store later, as on a real network.</remarks>
internal sealed class Network(SimulatedProcess server, WorldSettings settings, History history, SeededDraws draws)
{
    internal InMemoryStore Store { get; } = InMemoryStore.Named("simulated", server.Time);

    internal NetworkFaults Faults { get; } = new();

    internal WorldSettings Settings => settings;

    internal async Task<T> CallAsync<T>(SimulatedAgent agent, string operation, Func<T> apply, CancellationToken cancellationToken)
    {
        history.Add(new Called(Now, agent.Name, operation));
        var call = new Call<T>(agent, operation, apply);
        bool isLate = Travel(out TimeSpan there);
        server.Receive(there, () => Arrive(call, isLate));
        using CancellationTokenRegistration registration =
            cancellationToken.UnsafeRegister(_ => call.Answer.TrySetCanceled(cancellationToken), null);
        try
        {
            return await call.Answer.Task;
        }
        finally
        {
            if (call.IsLate && !Faults.IsCutOff(agent.Name))
            {
                history.Add(new Changed(Now, ChangeKind.LateCall, agent.Name));
            }
        }
    }

    /// <summary>Members have no order: two readers may get them differently.</summary>
    internal MemberId[] InAnyOrder(MemberId[] members) => [.. members.OrderBy(_ => draws.Next())];

    private TimeSpan Now => server.Time.Elapsed;

    private void Arrive<T>(Call<T> call, bool isLate)
    {
        string agent = call.Agent.Name;
        call.IsLate |= isLate;
        if (Faults.Swallows(agent))
        {
            call.IsLate = true;
            return;
        }

        bool fails = draws.Chance(Faults.Failing);
        if (Faults.Refuses(agent) || (fails && draws.Chance(0.5)))
        {
            Answer(call, () => call.Answer.TrySetException(new CoordinationConnectionException($"{call.Operation} was refused.")));
            return;
        }

        if (isLate)
        {
            history.Add(new Changed(Now, ChangeKind.LateCall, agent));
        }

        Apply(call, fails);
    }

    private void Apply<T>(Call<T> call, bool fails)
    {
        try
        {
            T result = call.Apply();
            Answer(call, () => _ = fails
                ? call.Answer.TrySetException(new CoordinationConnectionException($"{call.Operation} lost its answer."))
                : call.Answer.TrySetResult(result));
        }
        catch (CoordinationException e)
        {
            Answer(call, () => call.Answer.TrySetException(e));
        }
    }

    private void Answer<T>(Call<T> call, Action complete)
    {
        call.IsLate |= Travel(out TimeSpan back);
        call.Agent.Process.Receive(back, () =>
        {
            if (Faults.Swallows(call.Agent.Name))
            {
                call.IsLate = true;
            }
            else
            {
                complete();
            }
        });
    }

    /// <summary>How long one way takes.</summary>
    /// <returns>Whether a fault holds the call.</returns>
    private bool Travel(out TimeSpan time)
    {
        time = draws.Time(WorldSettings.ShortestWay, settings.LongestWay);
        bool isSlow = Faults.Slow > TimeSpan.Zero;
        time += isSlow ? draws.Time(TimeSpan.Zero, Faults.Slow) : TimeSpan.Zero;
        return isSlow;
    }

    private sealed class Call<T>(SimulatedAgent agent, string operation, Func<T> apply)
    {
        internal SimulatedAgent Agent { get; } = agent;

        internal string Operation { get; } = operation;

        internal Func<T> Apply { get; } = apply;

        internal TaskCompletionSource<T> Answer { get; } = new();

        /// <summary>Whether a fault held it, or keeps its answer from coming.</summary>
        internal bool IsLate { get; set; }
    }
}

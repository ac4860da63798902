using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using RingPerf.Coordination.InMemory;
using RingPerf.Coordination.Simulation.Scheduling;

namespace RingPerf.Coordination.Simulation.Interleaving;

/// <summary>One coordinator, the calls that storm upon it, and what must hold then and afterwards.</summary>
[SuppressMessage("Design", "CA1001", Justification = "It disposes of the coordinator at its own end.")]
internal sealed class AgentStorm
{
    private const int Calls = 14;
    private const double DisposeOdds = 0.1;
    private const string Other = "other";

    private static readonly TimeSpan Life = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(30);
    private static readonly AgentCallKind[] Kinds =
        [.. Enum.GetValues<AgentCallKind>().Except([AgentCallKind.Dispose]), AgentCallKind.Start, AgentCallKind.Poll];

    private readonly SimulatedProcess _process;
    private readonly SeededDraws _draws;
    private readonly InMemoryStore _store;
    private readonly List<CountedDriver> _drivers = [];
    private readonly List<string> _underWay = [];
    private readonly PartitionCoordinator _coordinator;
    private bool _cutOff;
    private int _names;

    internal AgentStorm(SimulatedProcess process, SeededDraws draws)
    {
        _process = process;
        _draws = draws;
        _store = InMemoryStore.Named("interleaving", process.Time);
        _store.Create(AgentInterleaving.Group);
        _store.KeepAlive(MemberId.FromText(Other), TimeSpan.FromHours(1));
        _store.Join(AgentInterleaving.Group, MemberId.FromText(Other), MemberCapabilities.None);
        var options = new PartitionCoordinatorOptions
        {
            BackendUrl = "simulated://store",
            MemberId = draws.Chance(0.5) ? "self" : null,
            GroupId = AgentInterleaving.Group,
        };
        SeededDraws ways = draws.Fork();
        var registry = new CoordinationDriverRegistry().Add("simulated", settings => Made(settings, ways));
        _coordinator = new PartitionCoordinator(options, registry, new StormLog(Violate, () => IsMembershipUncertain), process.Time, draws.Fork().Fraction, DrawName);
    }

    /// <summary>What did not hold; null for nothing.</summary>
    internal string? Violation { get; private set; }

    internal bool IsOver { get; private set; }

    internal IReadOnlyList<string> UnderWay => _underWay;

    // Who cancels a leave or a stop, or has a join cut off, leaves a member until it expires.
    private bool IsMembershipUncertain => _cutOff || _drivers.Exists(driver => driver.IsMembershipUncertain);

    internal async Task RunAsync()
    {
        try
        {
            bool disposes = _draws.Chance(DisposeOdds);
            Task[] calls = [.. Enumerable.Range(0, Calls).Select(_ => CallAsync(_draws.Pick(Kinds)))];
            await Task.WhenAll(disposes ? [.. calls, CallAsync(AgentCallKind.Dispose)] : calls);
            await ServeAsync(disposes);
            await EndAsync();
        }
        catch (Exception e)
        {
            Violate($"afterwards: {e.GetType().Name}: {e.Message}");
        }

        IsOver = true;
    }

    private async Task CallAsync(AgentCallKind kind)
    {
        TimeSpan start = _draws.Time(TimeSpan.Zero, Longest);
        TimeSpan patience = _draws.Chance(0.3) ? _draws.Time(TimeSpan.Zero, Longest) : TimeSpan.FromSeconds(60);
        await _process.PassAsync(start);
        using var cancelled = new CancellationTokenSource(patience, _process.Time);
        if (kind is AgentCallKind.Leave or AgentCallKind.Stop or AgentCallKind.Dispose)
        {
            cancelled.Token.Register(() => _cutOff = true);
        }

        string call = string.Create(CultureInfo.InvariantCulture, $"{kind} at {start.TotalMilliseconds} ms");
        _underWay.Add(call);
        try
        {
            await MakeAsync(kind, cancelled.Token);
        }
        catch (OperationCanceledException)
        {
            // It was cancelled, or overtaken by a stop.
        }
        catch (ObjectDisposedException) when (kind == AgentCallKind.Start)
        {
            // It came after the dispose.
        }
        catch (MemberNotInGroupException) when (kind is AgentCallKind.Poll or AgentCallKind.Refresh)
        {
            // Leaves took it out as often as it joined.
        }
        catch (Exception e)
        {
            Violate($"{call} raised {e.GetType().Name}: {e.Message}");
        }

        _underWay.Remove(call);
    }

    private async Task MakeAsync(AgentCallKind kind, CancellationToken cancellationToken)
    {
        switch (kind)
        {
            case AgentCallKind.Start:
                await _coordinator.StartAsync(cancellationToken);
                break;
            case AgentCallKind.Stop:
                await _coordinator.StopAsync(cancellationToken);
                break;
            case AgentCallKind.Join:
                await _coordinator.JoinGroupAsync(null, cancellationToken);
                break;
            case AgentCallKind.Leave:
                await _coordinator.LeaveGroupAsync(null, cancellationToken);
                break;
            case AgentCallKind.Heartbeat:
                await _coordinator.HeartbeatAsync(cancellationToken);
                break;
            case AgentCallKind.Poll:
                await PollAsync(cancellationToken);
                break;
            case AgentCallKind.Refresh:
                await _coordinator.RefreshAsync(AgentInterleaving.Group, cancellationToken);
                break;
            default:
                await _coordinator.DisposeAsync();
                break;
        }
    }

    private async Task<PartitionShare<int>> PollAsync(CancellationToken cancellationToken)
    {
        int[] items = [.. Enumerable.Range(0, 20)];
        PartitionShare<int> share = await _coordinator.PollAsync(null, items, item => $"item-{item}", cancellationToken);
        bool holds = share.State switch
        {
            PartitionState.Member => share.Members.Contains(_coordinator.MemberId) || share.Members.Count == 2,
            // Without a back end all work is this agent's until it is given one, and none once it had one.
            PartitionState.Inactive => share.Items.Count is 0 or 20,
            _ => share.Items.Count == 0,
        };
        if (!holds)
        {
            Violate($"a poll in the state {share.State} gave {share.Items.Count} items among {share.Members.Count} members");
        }

        return share;
    }

    // Whatever happened before, a program that starts, joins and polls is served; what fails by chance is tried again.
    private async Task ServeAsync(bool disposed)
    {
        if (disposed)
        {
            return;
        }

        PartitionShare<int> share = default;
        for (int tries = 0; tries < 20 && share.State != PartitionState.Member; tries++)
        {
            await _coordinator.StartAsync();
            await _coordinator.JoinGroupAsync(null);
            await _coordinator.HeartbeatAsync();
            share = await PollAsync(CancellationToken.None);
        }

        if (share.State != PartitionState.Member || share.Members.Count != 2 || _coordinator.MembershipLost.IsCancellationRequested)
        {
            Violate($"after the storm it is {share.State} among {share.Members?.Count} members, lost: {_coordinator.MembershipLost.IsCancellationRequested}");
        }
    }

    private async Task EndAsync()
    {
        await _coordinator.StopAsync();
        if (IsMembershipUncertain)
        {
            await _process.PassAsync(Life);
        }

        MemberId[] members = [.. _store.ReadMembers(AgentInterleaving.Group, MemberId.FromText(Other), purges: false, out _).Select(member => member.Id)];
        if (members is not [var only] || only != MemberId.FromText(Other))
        {
            Violate($"after the stop the group has {string.Join(", ", members)}");
        }

        if (_coordinator.IsActive || _coordinator.Status.State != PartitionState.Inactive || !_coordinator.MembershipLost.IsCancellationRequested)
        {
            Violate($"after the stop it is {_coordinator.Status.State}, active: {_coordinator.IsActive}");
        }

        int held = _drivers.Count(driver => driver.WasConnected && !driver.IsReleased);
        if (held > 0 || _drivers.Find(driver => driver.Misuse is not null) is not null)
        {
            Violate($"after the stop {held} of {_drivers.Count} drivers are held; {_drivers.Find(driver => driver.Misuse is not null)?.Misuse}");
        }

        await _coordinator.DisposeAsync();
    }

    private CountedDriver Made(DriverSettings settings, SeededDraws draws)
    {
        var driver = new CountedDriver(settings, _store, _process, draws, Life);
        _drivers.Add(driver);
        return driver;
    }

    private MemberId DrawName() => MemberId.FromText($"drawn-{++_names}");

    private void Violate(string what) => Violation ??= what;
}

using System.Diagnostics.CodeAnalysis;
using RingPerf.Coordination.Simulation.Recording;
using RingPerf.Coordination.Simulation.Running;
using RingPerf.Coordination.Simulation.Scheduling;

namespace RingPerf.Coordination.Simulation.Agents;

/// <summary>A worker as the documentation describes it: it starts, joins, beats, polls, and leaves when it ends.</summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as its process; a killed one disposes of nothing.")]
internal sealed class SimulatedAgent
{
    private const int BeatCalls = 3;

    private readonly World _world;
    private readonly PartitionCoordinator _coordinator;
    private readonly CancellationTokenSource _ending = new();
    private readonly bool _cancelsCalls;
    private MemberId[]? _read;
    private MemberId[]? _firstRead;
    private IReadOnlyList<int> _share = [];
    private int _underWay;
    private TimeSpan _paused;
    private TimeSpan _pausedAt;

    internal SimulatedAgent(World world, string name, SimulatedProcess process, SeededDraws draws)
    {
        _world = world;
        Name = name;
        Process = process;
        _cancelsCalls = draws.Chance(0.5);
        var options = new PartitionCoordinatorOptions
        {
            BackendUrl = "simulated://store",
            MemberId = world.Settings.DrawsNames ? null : name,
            Labels = world.Settings.Labels,
            RetryBackoff = world.Settings.MaxRetryInterval / 2,
            MaxRetryInterval = world.Settings.MaxRetryInterval,
        };
        _coordinator = new PartitionCoordinator(
            options, world.DriversOf(this), new AgentLog(name, process.Time, world.History), process.Time, draws.Fraction, world.DrawName);
        StopTimeout = options.StopTimeout;
    }

    internal string Name { get; }

    /// <summary>Its name in the group.</summary>
    internal MemberId Member => _coordinator.MemberId;

    internal SimulatedProcess Process { get; }

    /// <summary>Whether it runs and was not told to end.</summary>
    internal bool IsRunning => !Process.IsDead && !_ending.IsCancellationRequested;

    /// <summary>The longest that its driver gives an operation.</summary>
    internal TimeSpan DriverTimeout => _world.Sabotage == Sabotage.NoDeadline ? TimeSpan.FromDays(1) : Settings.Timeout;

    private TimeSpan StopTimeout { get; }

    private WorldSettings Settings => _world.Settings;

    private TimeSpan Now => Process.Time.Elapsed;

    internal void Start()
    {
        Record(new Changed(Now, ChangeKind.Start, Name));
        Process.Run(() => _ = RunAsync());
    }

    /// <summary>Leaves and ends, when the process gets to it.</summary>
    internal void Leave() => Process.Run(() =>
    {
        Record(new Changed(Now, ChangeKind.Leave, Name));
        Record(new Held(Now, Name, Works: false, Forgets: true));
        _ending.Cancel();
        _ = StopAsync();
    });

    internal void Kill()
    {
        Record(new Changed(Now, ChangeKind.Kill, Name));
        Record(new Held(Now, Name, Works: false, Forgets: true));
        Process.Kill();
    }

    internal void Pause()
    {
        Record(new Changed(Now, ChangeKind.Pause, Name));
        Record(new Held(Now, Name, Works: false, Forgets: false));
        _pausedAt = Now;
        Process.Pause();
    }

    internal void Wake()
    {
        Record(new Changed(Now, ChangeKind.Wake, Name));
        Record(new Held(Now, Name, Works: true, Forgets: false));
        _paused += Now - _pausedAt;
        Process.Resume();
    }

    /// <summary>A heartbeat succeeded.</summary>
    internal void Beat(TimeSpan begunAt) => Record(new Beaten(Now, Name, begunAt));

    /// <summary>The driver read the members, or tries to where they are null.</summary>
    /// <returns>What the coordinator is to see.</returns>
    internal MemberId[]? Reads(MemberId[]? members)
    {
        _firstRead ??= members;
        _read = members is not null && _world.Sabotage == Sabotage.StaleMembers ? _firstRead : members;
        return _read;
    }

    private async Task RunAsync()
    {
        await TimedAsync("start", () => _coordinator.StartAsync().AsTask(), Settings.Timeout);
        Task beats = RepeatAsync(BeatAsync, Settings.BeatInterval);
        Task join = Settings.Joins == JoinHabit.AtThePoll ? Task.CompletedTask : JoinAsync();
        if (Settings.Joins == JoinHabit.BeforeThePolls)
        {
            await join;
        }

        await RepeatAsync(PollAsync, Settings.PollInterval);
        await Task.WhenAll(beats, join);
    }

    private async Task JoinAsync()
    {
        await TimedAsync("join", () => _coordinator.JoinGroupAsync(World.Group, CallToken).AsTask(), TimeSpan.MaxValue);
        Record(new Changed(Now, ChangeKind.Start, Name));
    }

    /// <summary>Does something at an interval; what takes longer is followed by the next one at once.</summary>
    private async Task RepeatAsync(Func<Task> action, TimeSpan interval)
    {
        while (IsRunning)
        {
            TimeSpan next = Now + interval;
            await action();
            TimeSpan rest = _world.Sabotage == Sabotage.HotLoop && _read is null ? TimeSpan.FromMilliseconds(10) : next - Now;
            if (rest > TimeSpan.Zero)
            {
                await Task.Delay(rest, Process.Time, _ending.Token).ConfigureAwait(
                    ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
    }

    private Task BeatAsync() => _world.Sabotage == Sabotage.NoBeats
        ? Task.CompletedTask
        : TimedAsync("beat", () => _coordinator.HeartbeatAsync(CallToken).AsTask(), Settings.Timeout * BeatCalls);

    private async Task PollAsync()
    {
        _read = null;
        PartitionShare<int> share = default;
        await TimedAsync("poll", async () => share = await AskAsync(), Settings.Timeout);
        if (IsRunning)
        {
            _share = Spoiled(share.Items ?? []);
            string[]? members = _read?.Select(member => member.ToString()).Order(StringComparer.Ordinal).ToArray();
            bool holdsMembership = !_coordinator.GetMembershipLost(World.Group).IsCancellationRequested;
            Record(new Answered(Now, Name, Member.ToString(), members, _share, share.State, holdsMembership));
        }
    }

    private async Task<PartitionShare<int>> AskAsync()
    {
        try
        {
            return await _coordinator.PollAsync(World.Group, _world.Items, item => World.Keys[item], CallToken);
        }
        catch (MemberNotInGroupException)
        {
            return new PartitionShare<int>(PartitionState.Rejoining, [], []);
        }
    }

    private IReadOnlyList<int> Spoiled(IReadOnlyList<int> share) => _world.Sabotage switch
    {
        Sabotage.EverythingWhenLost when _read is null => _world.Items,
        Sabotage.LastShareWhenLost when _read is null => _share,
        Sabotage.OneItemLess => [.. share.Skip(1)],
        _ => share,
    };

    private async Task StopAsync()
    {
        await TimedAsync("stop", () => _coordinator.StopAsync().AsTask(), StopTimeout);
        Record(new Changed(Now, ChangeKind.Leave, Name));
        // What the stop ended comes back to the process once more.
        await Process.PassAsync(TimeSpan.FromMilliseconds(1));
        if (_underWay > 0)
        {
            Record(new Ended(Now, Name, "stop", TimeSpan.Zero, StopTimeout, $"nothing and left {_underWay} calls under way"));
        }

        Process.Kill();
    }

    /// <summary>A worker that ends may cancel its calls, or let the stop do so.</summary>
    private CancellationToken CallToken => _cancelsCalls ? _ending.Token : CancellationToken.None;

    private async Task TimedAsync(string call, Func<Task> action, TimeSpan longest)
    {
        TimeSpan begun = Now - _paused;
        string? escaped = null;
        _underWay++;
        try
        {
            await action();
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // A worker that ends asked for it.
        }
        catch (Exception e)
        {
            escaped = e.GetType().Name + ": " + e.Message;
        }

        _underWay--;
        Record(new Ended(Now, Name, call, Now - _paused - begun, longest, escaped));
    }

    private void Record(HistoryEntry entry) => _world.History.Add(entry);
}

using System.Diagnostics.Metrics;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace RingPerf.Coordination;

/// <summary>The instruments of one coordinator. Tags are few-valued: group, back end's scheme, never a member.</summary>
internal sealed class CoordinatorMetrics : IDisposable
{
    internal const string GroupTag = "group";
    internal const string BackendTag = "backend";
    private const string Seconds = "s";

    private readonly Meter _meter;
    private readonly bool _ownsMeter;
    private readonly Tag _backend;
    private readonly Histogram<double> _heartbeats;
    private readonly Histogram<double> _extracts;
    private readonly Counter<long> _changes;
    private readonly Counter<long> _rejoins;
    private readonly Counter<long> _purged;
    private readonly Counter<long> _errors;
    private bool _ended;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Makes the meter and owns it; where null, the coordinator has a meter of its own.</param>
    /// <param name="backend">The back end's scheme.</param>
    internal CoordinatorMetrics(IMeterFactory? meters, string backend)
    {
        _ownsMeter = meters is null;
        _meter = meters?.Create(new MeterOptions(CoordinationTelemetry.MeterName)) ?? new Meter(CoordinationTelemetry.MeterName);
        Backend = backend;
        _backend = new Tag(BackendTag, backend);
        _heartbeats = _meter.CreateHistogram<double>("coordinator.heartbeat.duration", Seconds, "How long a heartbeat took.");
        _extracts = _meter.CreateHistogram<double>("coordinator.extract.duration", Seconds, "How long a share took to find.");
        _changes = _meter.CreateCounter<long>("coordinator.membership.changes", "{member}", "Members seen to come and go.");
        _rejoins = _meter.CreateCounter<long>("coordinator.rejoins", "{join}", "Joins of an agent that was missing from its group.");
        _purged = _meter.CreateCounter<long>("coordinator.purged", "{member}", "Expired peers that this agent removed.");
        _errors = _meter.CreateCounter<long>("coordinator.backend.errors", "{error}", "Operations that the back end failed.");
    }

    /// <summary>The back end's scheme.</summary>
    internal string Backend { get; }

    /// <summary>Adds the instruments that are read when a listener asks.</summary>
    /// <param name="age">The seconds since the last heartbeat that succeeded; null before the first.</param>
    /// <param name="groups">What this agent sees of each group.</param>
    internal void Observe(Func<double?> age, Func<IEnumerable<KeyValuePair<string, GroupView>>> groups)
    {
        _meter.CreateObservableGauge(
            "coordinator.heartbeat.age", () => Age(age()), Seconds, "The time since the last heartbeat that succeeded.");
        _meter.CreateObservableGauge(
            "coordinator.members", () => Each(groups(), view => view.LastRead), "{member}", "Members at the last read.");
        _meter.CreateObservableGauge(
            "coordinator.ring.collisions", () => Each(groups(), view => view.Collisions), "{position}",
            "Positions of the ring that labels of two members share.");
        _meter.CreateObservableGauge(
            "coordinator.share", () => Each(groups(), view => view.Share).Where(share => !double.IsNaN(share.Value)), "1",
            "This agent's items over all items, at the last poll.");
    }

    internal void Heartbeat(TimeSpan took, bool succeeded) =>
        _heartbeats.Record(took.TotalSeconds, _backend, new Tag("outcome", succeeded ? "ok" : "failed"));

    internal void Extract(string group, TimeSpan took) => _extracts.Record(took.TotalSeconds, Group(group), _backend);

    internal void Changes(string group, int joined, int left)
    {
        Add(_changes, joined, group, "joined");
        Add(_changes, left, group, "left");
    }

    internal void Rejoin(string group) => _rejoins.Add(1, Group(group), _backend);

    internal void Purge(string group, int members) => _purged.Add(members, Group(group), _backend);

    internal void Error(string operation, Exception error) =>
        _errors.Add(1, new Tag("op", operation), new Tag("kind", BackendOperation.KindOf(error)), _backend);

    public void Dispose()
    {
        // A factory's meter outlives the coordinator, and an observable instrument cannot be taken back, so it falls silent.
        Volatile.Write(ref _ended, true);
        if (_ownsMeter)
        {
            _meter.Dispose();
        }
    }

    private static Tag Group(string group) => new(GroupTag, group);

    private void Add(Counter<long> counter, int count, string group, string change)
    {
        if (count > 0)
        {
            counter.Add(count, Group(group), _backend, new Tag("change", change));
        }
    }

    private IEnumerable<Measurement<double>> Age(double? age) =>
        age is { } seconds && !Volatile.Read(ref _ended) ? [new Measurement<double>(seconds, _backend)] : [];

    private IEnumerable<Measurement<T>> Each<T>(IEnumerable<KeyValuePair<string, GroupView>> groups, Func<GroupView, T> value)
        where T : struct =>
        Volatile.Read(ref _ended)
            ? []
            : groups.Select(group => new Measurement<T>(value(group.Value), Group(group.Key), _backend));
}

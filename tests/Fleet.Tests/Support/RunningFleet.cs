using RingPerf.Coordination;
using RingPerf.Coordination.Etcd;
using RingPerf.Coordination.Redis;

namespace RingPerf.Fleet.Tests.Support;

/// <summary>Coordinators in this process that are members of one group.</summary>
internal sealed class RunningFleet : IAsyncDisposable
{
    internal const string Group = "alarm evaluators";

    private readonly List<(string Name, PartitionCoordinator Coordinator)> _members = [];

    internal static CoordinationDriverRegistry Drivers { get; } = new CoordinationDriverRegistry().AddRedis().AddEtcd();

    internal static Task<RunningFleet> StartAsync(string url, LabelFormat labels, int replicas, params string[] names) =>
        StartAsync(url, labels, replicas, [.. names.Select(name => (name, (double?)null))]);

    internal static async Task<RunningFleet> StartAsync(string url, LabelFormat labels, int replicas, (string Name, double? Weight)[] members)
    {
        var fleet = new RunningFleet();
        foreach ((string name, double? weight) in members)
        {
            var options = new PartitionCoordinatorOptions
            {
                BackendUrl = url,
                GroupId = Group,
                MemberId = name,
                Labels = labels,
                Replicas = replicas,
                Weight = weight,
            };
            var member = new PartitionCoordinator(options, Drivers);
            fleet._members.Add((name, member));
            await member.StartAsync();
            await member.JoinGroupAsync(null);
        }

        return fleet;
    }

    /// <summary>The owner of each key, as the members themselves split them.</summary>
    internal async Task<Dictionary<string, string>> OwnersAsync(string[] keys)
    {
        var owners = new Dictionary<string, string>();
        foreach ((string name, PartitionCoordinator member) in _members)
        {
            foreach (string key in await member.ExtractMySubsetAsync(null, keys, key => key))
            {
                owners.Add(key, name);
            }
        }

        return owners;
    }

    public async ValueTask DisposeAsync()
    {
        foreach ((_, PartitionCoordinator member) in _members)
        {
            await member.DisposeAsync();
        }
    }
}

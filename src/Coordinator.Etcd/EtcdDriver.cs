using Microsoft.Extensions.Logging;
using RingPerf.Coordination.Etcd.Connections;
using RingPerf.Coordination.Etcd.Keys;
using RingPerf.Coordination.Etcd.Leases;
using RingPerf.Coordination.Etcd.Watches;

namespace RingPerf.Coordination.Etcd;

/// <summary>The driver of <c>etcd3+http://</c>, <c>etcd3+https://</c> and <c>etcd3://</c> URLs: groups on etcd, in tooz's layout.</summary>
/// <remarks>
/// <para>A group is a key, and a member a key beside it that hangs on the member's lease, so etcd itself removes who stops to beat.
/// Python agents on tooz's etcd drivers share the groups. docs/etcd.md lists the options.</para>
/// <para>A heartbeat keeps the lease alive. Where the lease lapsed it gets a new one, and the next join puts the member back under it.
/// It goes over a connection and a thread of its own, and needs no thread pool while that connection and the lease hold; code that
/// awaits it may go on upon that thread.</para>
/// </remarks>
public sealed partial class EtcdDriver : CoordinationDriver, IMembershipFeed
{
    private readonly EtcdConnection _connection;
    private readonly MemberLease _lease;
    private readonly GroupStreams _streams;
    private readonly bool _groupValueIsKey;
    private readonly ILogger _logger;
    private IReadOnlyList<string> _ignored;
    private int _released;

    /// <summary>Makes a driver that is not started.</summary>
    /// <param name="settings">URL, name, clock and where to log.</param>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    /// <exception cref="ArgumentException">The member id is empty, no valid UTF-8, or has a <c>/</c>.</exception>
    /// <exception cref="BackendUrlException">The URL has an option that docs/etcd.md does not list, a value that is wrong, a path,
    /// or a user without a password.</exception>
    public EtcdDriver(DriverSettings settings)
        : this(settings, EtcdOptions.Of(settings))
    {
    }

    private EtcdDriver(DriverSettings settings, EtcdOptions options)
        : base(settings, TimeSpan.FromSeconds(options.TimeoutSeconds))
    {
        // Both would be read as something else: a group below the group, and, by newer tooz, an error for the whole group.
        if (MemberId.Bytes.Contains(GroupKeys.Separator) || !MemberId.IsText)
        {
            throw new ArgumentException(
                $"The member id '{MemberId}' is not fit for etcd: it must be valid UTF-8 without '/'.", nameof(settings));
        }

        _logger = settings.Loggers.CreateLogger<EtcdDriver>();
        _ignored = options.Ignored;
        _groupValueIsKey = options.GroupValueIsKey;
        _connection = new EtcdConnection(options, settings.Time);
        _lease = new MemberLease(_connection, options.MembershipSeconds);
        _streams = new GroupStreams(_connection, settings.Time);
    }

    /// <summary>The schemes of the driver's URLs.</summary>
    public static IReadOnlyList<string> Schemes { get; } =
        [EtcdOptions.HttpScheme, EtcdOptions.HttpsScheme, EtcdOptions.GrpcScheme];

    /// <inheritdoc/>
    protected override async ValueTask ConnectAsync(CancellationToken cancellationToken)
    {
        await _lease.OpenAsync(cancellationToken).ConfigureAwait(false);
        _streams.Begin();
        FollowWatches();
        // Not before: a driver whose start fails is made again and again.
        foreach (string option in Interlocked.Exchange(ref _ignored, []))
        {
            _logger.OptionIgnored(option);
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask DisconnectAsync(CancellationToken cancellationToken)
    {
        _streams.End();
        await _lease.RevokeAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override async ValueTask<TimeSpan> BeatAsync(CancellationToken cancellationToken) =>
        TimeSpan.FromSeconds(await _lease.BeatAsync(cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    protected override ValueTask ReleaseAsync()
    {
        if (Interlocked.Exchange(ref _released, 1) == 0)
        {
            _streams.End();
            _connection.Dispose();
        }

        return ValueTask.CompletedTask;
    }
}

namespace RingPerf.Coordination.Tests;

/// <summary>Each state of aodh's coordinator that was observed has a test that names it: by operation, what it meets.</summary>
/// <remarks>3: constructor, start, stop. 4: join, leave. 5: heartbeat. 6: extract. 6.1: extract of aodh before 10.0.0.</remarks>
public sealed class AodhRowTests
{
    internal const string Trait = "aodh-row";

    private static readonly string[] Rows =
    [
        "3: my_id None, empty",
        "3: my_id str or bytes",
        "3: no backend url, start",
        "3: no url, heartbeat join leave stop",
        "3: no url, extract",
        "3: no url, _get_members",
        "3: url, start never called",
        "3: backend down, start",
        "3: backend down at start, join",
        "3: backend down at start, extract",
        "3: start failed, backend back, group absent, extract",
        "3: unknown scheme, bad number in the URL, start",
        "3: driver's client broken, start",
        "3: start twice",
        "3: running, stop",
        "3: never started driver, stop",
        "3: backend down, stop",
        "3: leave raises, stop",
        "3: after stop, extract",
        "3: stop then start",
        "4: group None or empty",
        "4: group exists",
        "4: GroupNotCreated",
        "4: MemberAlreadyExist",
        "4: any ToozError from join",
        "4: ToozError from create",
        "4: raw client error",
        "4: join_group itself raises",
        "4: group id type",
        "4: leave unknown group",
        "4: leave known",
        "4: inactive, group known",
        "4: backoff",
        "5: inactive",
        "5: driver not started",
        "5: ToozError",
        "5: Redis killed after join",
        "5: Redis frozen",
        "5: etcd killed",
        "5: driver started, backend restarted",
        "5: heartbeats",
        "6: group empty or None",
        "6: group never joined, absent",
        "6: alone",
        "6: n members",
        "6: empty input",
        "6: generator",
        "6: None as input",
        "6: item with lone surrogate",
        "6: self purged by a peer",
        "6: group key deleted, Redis flushed",
        "6: str id on Redis",
        "6: still missing after 5 attempts",
        "6: driver raising ToozError on read",
        "6: Redis killed, frozen",
        "6: etcd killed, frozen",
        "6: etcd lease lapsed",
        "6: own beat lapsed, not yet purged",
        "6: two agents, same id",
        "6.1: inactive",
        "6.1: my_id default",
        "6.1: labels of a str id",
    ];

    private static readonly string[] UnitTests =
    [
        "test_hash_ring", "test_single_group", "test_multiple_groups", "test_member_id", "test_partitioning",
        "test_coordination_backend_offline", "test_reconnect", "test_group_id_none", "test_stop",
    ];

    [Fact]
    public void Rows_EachHaveATest() =>
        Assert.Equal(Rows.Order(StringComparer.Ordinal), TestNames.TraitsOf(Trait).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void AodhsUnitTests_EachHaveATest() =>
        Assert.Equal(UnitTests.Order(StringComparer.Ordinal), TestNames.TraitsOf("aodh").Order(StringComparer.Ordinal));
}

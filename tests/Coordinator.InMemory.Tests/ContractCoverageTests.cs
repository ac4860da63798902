using RingPerf.Coordination.Contract;

namespace RingPerf.Coordination.InMemory.Tests;

public sealed class ContractCoverageTests
{
    /// <summary>tooz/tests/test_coordination.py without elections, locks and hooks, which drivers do not offer, and without the
    /// four cases of <c>get_member_info</c>, which reads details that only ZooKeeper has.</summary>
    private static readonly string[] Cases =
    [
        "test_connection_error_bad_host", "test_stop_first", "test_get_started_status", "test_create_group",
        "test_create_group_already_exist", "test_get_groups", "test_delete_group", "test_delete_group_non_existent",
        "test_delete_group_non_empty", "test_join_group", "test_join_nonexistent_group", "test_join_group_create",
        "test_join_group_with_member_id_already_exists", "test_leave_group", "test_leave_nonexistent_group",
        "test_leave_group_not_joined_by_member", "test_get_members", "test_disconnect_leave_group", "test_timeout",
        "test_get_member_capabilities", "test_get_member_capabilities_complex",
        "test_get_member_capabilities_nonexistent_group", "test_get_member_capabilities_nonjoined_member",
        "test_update_capabilities", "test_update_capabilities_with_group_id_nonexistent", "test_heartbeat",
        "test_heartbeat_loop", "test_watch_group_join", "test_watch_leave_group", "test_watch_join_group_disappear",
        "test_watch_join_group_non_existent", "test_watch_leave_group_non_existent", "test_watch_join_group_booted_out",
        "test_unwatch_join_group_callback_not_found", "test_unwatch_leave_group_callback_not_found", "test_unwatch_leave_group",
    ];

    [Fact]
    public void Contract_ToozCases_AreMirroredOnceEach()
    {
        IEnumerable<string> mirrored = typeof(DriverContract).GetMethods()
            .SelectMany(method => method.GetCustomAttributesData())
            .Where(attribute => attribute.AttributeType == typeof(TraitAttribute))
            .Where(attribute => DriverContract.Tooz.Equals(attribute.ConstructorArguments[0].Value))
            .Select(attribute => (string)attribute.ConstructorArguments[1].Value!);

        Assert.Equal(Cases.Order(StringComparer.Ordinal), mirrored.Order(StringComparer.Ordinal));
    }
}

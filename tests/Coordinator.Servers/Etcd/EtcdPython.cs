namespace RingPerf.Coordination.Servers.Etcd;

/// <summary>What Python needs beside its packages to reach etcd through the gateway.</summary>
public static class EtcdPython
{
    /// <summary>Variables under which tooz's <c>etcd3+http</c> driver works as its authors meant.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["PYTHONPATH"] = Path.Combine(AppContext.BaseDirectory, "Agents", "etcd"),
        // Python's requests would take these for the authorities that the URL names.
        ["REQUESTS_CA_BUNDLE"] = "",
        ["CURL_CA_BUNDLE"] = "",
    };
}

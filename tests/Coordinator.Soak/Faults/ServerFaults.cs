namespace RingPerf.Coordination.Soak.Faults;

/// <summary>A server that is killed, loses its data, is down or frozen.</summary>
internal static class ServerFaults
{
    // aodh's agents wait a second and more between two attempts to join.
    private static readonly TimeSpan Backoff = TimeSpan.FromSeconds(3);

    internal static IReadOnlyList<SoakFault> All { get; } =
    [
        new("server restarted", lab => RestartAsync(lab, TimeSpan.Zero, keepData: true, "server restarted, data kept")),
        new("server emptied", lab => RestartAsync(lab, TimeSpan.Zero, keepData: false, "server restarted, data lost")),
        new("server down", lab => RestartAsync(lab, 2 * lab.Life, keepData: true, "server back after 2 T")),
        new("server frozen", FreezeAsync),
    ];

    private static async Task RestartAsync(Lab lab, TimeSpan down, bool keepData, string what)
    {
        await lab.Backend.Server.KillAsync();
        await Task.Delay(down);
        await lab.Backend.StartAgainAsync(keepData);
        await lab.MeasureAsync(what, lab.Takeover + Backoff);
    }

    private static async Task FreezeAsync(Lab lab)
    {
        lab.Backend.Server.Pause();
        await Task.Delay(2 * lab.Life);
        lab.Backend.Server.Resume();
        await lab.MeasureAsync("server woken after 2 T", lab.Takeover + Backoff);
    }
}

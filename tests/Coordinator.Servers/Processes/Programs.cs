namespace RingPerf.Coordination.Servers.Processes;

/// <summary>Finds programs as a shell does.</summary>
public static class Programs
{
    /// <summary>The path of a program; null where no folder of <c>PATH</c> has it.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Append("/usr/bin").Append("/usr/sbin")
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}

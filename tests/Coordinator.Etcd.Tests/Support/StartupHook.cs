using RingPerf.Coordination.Etcd.Tests.Support;

/// <summary>Run by .NET before the main of a process whose <c>DOTNET_STARTUP_HOOKS</c> names this assembly; it finds the class by its
/// name alone, without a namespace.</summary>
internal static class StartupHook
{
    public static void Initialize() => Starvation.Listen();
}

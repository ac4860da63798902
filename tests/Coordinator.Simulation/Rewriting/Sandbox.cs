using System.Reflection;
using System.Runtime.Loader;

namespace RingPerf.Coordination.Simulation.Rewriting;

/// <summary>Where the rewritten assemblies live beside the originals, and this assembly a second time on top of them.</summary>
internal sealed class Sandbox : AssemblyLoadContext
{
    private static readonly string[] Rewritten = ["RingPerf.Coordinator", "RingPerf.Coordinator.InMemory", "Polly.Core"];
    private static readonly Assembly Own = typeof(Sandbox).Assembly;

    private Sandbox()
        : base(nameof(Sandbox))
    {
    }

    /// <summary>A static method of this assembly that takes and answers text, as it is inside.</summary>
    internal static Func<string, string> Enter(Func<string, string> method)
    {
        var sandbox = new Sandbox();
        Type type = sandbox.LoadFromAssemblyName(Own.GetName()).GetType(method.Method.DeclaringType!.FullName!, throwOnError: true)!;
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        return type.GetMethod(method.Method.Name, Any, [typeof(string)])!.CreateDelegate<Func<string, string>>();
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = assemblyName.Name!;
        string path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        if (Rewritten.Contains(name))
        {
            using MemoryStream copy = AssemblyRewriter.Rewrite(path);
            return LoadFromStream(copy);
        }

        return name == Own.GetName().Name ? LoadFromAssemblyPath(path) : null;
    }
}

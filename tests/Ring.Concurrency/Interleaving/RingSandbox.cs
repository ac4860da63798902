using System.Reflection;
using System.Runtime.Loader;

namespace RingPerf.Concurrency.Interleaving;

/// <summary>Where the rewritten ring lives beside the original, and this assembly a second time on top of it.</summary>
internal sealed class RingSandbox : AssemblyLoadContext
{
    private const string Ring = "RingPerf.Ring";

    private static readonly Assembly Own = typeof(RingSandbox).Assembly;

    private readonly bool _losesUpdates;

    private RingSandbox(bool losesUpdates)
        : base(nameof(RingSandbox)) => _losesUpdates = losesUpdates;

    /// <summary>A static method of this assembly that takes and answers text, as it is inside.</summary>
    internal static Func<string, string> Enter(Func<string, string> method, bool losesUpdates)
    {
        var sandbox = new RingSandbox(losesUpdates);
        Type type = sandbox.LoadFromAssemblyName(Own.GetName()).GetType(method.Method.DeclaringType!.FullName!, throwOnError: true)!;
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        return type.GetMethod(method.Method.Name, Any, [typeof(string)])!.CreateDelegate<Func<string, string>>();
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = assemblyName.Name!;
        string path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        if (name == Ring)
        {
            using MemoryStream copy = RingRewriter.Rewrite(path, _losesUpdates);
            return LoadFromStream(copy);
        }

        return name == Own.GetName().Name ? LoadFromAssemblyPath(path) : null;
    }
}

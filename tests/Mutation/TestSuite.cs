using System.Reflection;
using System.Runtime.Loader;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace RingPerf.Mutation;

/// <summary>The tests of an assembly, run in this process, one at a time, by xunit's own executor.</summary>
internal sealed class TestSuite : IDisposable
{
    private readonly XunitTestFramework _framework = new(new TestSink());
    private readonly ITestFrameworkExecutor _executor;

    public TestSuite(TestSource source)
    {
        var resolver = new AssemblyDependencyResolver(source.Path);
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            resolver.ResolveAssemblyToPath(name) is { } found ? context.LoadFromAssemblyPath(found) : null;
        Assembly assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(source.Path);
        _executor = _framework.GetExecutor(assembly.GetName());

        var sink = new TestSink();
        using ITestFrameworkDiscoverer discoverer = _framework.GetDiscoverer(Reflector.Wrap(assembly));
        discoverer.Find(includeSourceInformation: false, sink, new TestOptions());
        sink.Wait();
        Cases = sink.Cases.OfType<IXunitTestCase>()
            .Where(test => test.DisplayName.Contains(source.Part, StringComparison.Ordinal))
            .OrderBy(test => test.UniqueID, StringComparer.Ordinal).ToArray();
    }

    /// <summary>The cases in an order that is the same in each process.</summary>
    public IReadOnlyList<IXunitTestCase> Cases { get; }

    /// <summary>Runs cases until one fails.</summary>
    public TestSink Run(IEnumerable<IXunitTestCase> cases)
    {
        var sink = new TestSink();
        _executor.RunTests(cases, sink, new TestOptions());
        sink.Wait();
        return sink;
    }

    public void Dispose()
    {
        _executor.Dispose();
        _framework.Dispose();
    }
}

using System.Reflection;

namespace RingPerf.Mutation;

/// <summary>The switch that Stryker compiles into an assembly: which mutant is on, and which were asked for.</summary>
internal sealed class MutantSwitch
{
    private readonly FieldInfo _active;
    private readonly FieldInfo _capture;
    private readonly MethodInfo _take;

    public MutantSwitch(string assembly)
    {
        Type control = Assembly.Load(assembly).GetTypes().SingleOrDefault(type => type.Name == "MutantControl")
            ?? throw new InvalidOperationException($"{assembly} has no mutants: it is not the assembly that Stryker made");
        _active = control.GetField("ActiveMutant")!;
        _capture = control.GetField("CaptureCoverage")!;
        _take = control.GetMethod("GetCoverageData")!;
    }

    /// <summary>The mutant that is on; -1 for none.</summary>
    public int Active
    {
        set => _active.SetValue(null, value);
    }

    public bool Captures
    {
        set => _capture.SetValue(null, value);
    }

    /// <summary>The mutants asked for since the last call.</summary>
    public IEnumerable<int> Take() => ((IList<int>[])_take.Invoke(null, null)!).SelectMany(asked => asked).Distinct();
}

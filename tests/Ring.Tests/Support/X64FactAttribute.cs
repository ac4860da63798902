using System.Runtime.InteropServices;

namespace RingPerf.Tests;

/// <summary>A fact about x64 code; skipped on other processors.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class X64FactAttribute : FactAttribute
{
    public X64FactAttribute() =>
        Skip = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? null : $"{RuntimeInformation.ProcessArchitecture}: reads x64 code";
}

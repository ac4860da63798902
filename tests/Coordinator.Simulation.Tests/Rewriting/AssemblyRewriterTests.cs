using Mono.Cecil;
using Mono.Cecil.Cil;
using RingPerf.Coordination.Simulation.Rewriting;

namespace RingPerf.Coordination.Simulation.Tests.Rewriting;

public sealed class AssemblyRewriterTests
{
    [Theory]
    [InlineData("RingPerf.Coordinator")]
    [InlineData("RingPerf.Coordinator.InMemory")]
    [InlineData("Polly.Core")]
    public void Rewrite_Library_EveryAwaitComesBack(string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        using ModuleDefinition original = ModuleDefinition.ReadModule(path);
        using MemoryStream copy = AssemblyRewriter.Rewrite(path);
        using ModuleDefinition rewritten = ModuleDefinition.ReadModule(copy);

        Assert.NotEmpty(Awaits(original));
        Assert.Equal(Awaits(original).Count, Awaits(rewritten).Count);
        Assert.All(Awaits(rewritten), call => Assert.Equal((OpCodes.Ldc_I4_1, OpCodes.Or), (call.Previous.Previous.OpCode, call.Previous.OpCode)));
        Assert.DoesNotContain(rewritten.GetTypeReferences(), type => type.FullName == typeof(SemaphoreSlim).FullName);
        Assert.DoesNotContain(rewritten.GetMemberReferences(), member => member.Name == "CancelAsync" && member.DeclaringType.Name == nameof(CancellationTokenSource));
    }

    private static List<Instruction> Awaits(ModuleDefinition module) =>
    [
        .. from type in module.GetTypes()
           from method in type.Methods
           where method.HasBody
           from instruction in method.Body.Instructions
           where instruction.Operand is MethodReference { Name: nameof(Task.ConfigureAwait) }
           select instruction,
    ];
}

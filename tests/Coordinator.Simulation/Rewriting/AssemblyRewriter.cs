using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace RingPerf.Coordination.Simulation.Rewriting;

/// <summary>Makes a copy of an assembly whose continuations all come back to the synchronization context they left.</summary>
/// <remarks>
/// A library awaits with <c>ConfigureAwait(false)</c>, so that its continuations run wherever it suits the runtime, mostly on the
/// thread pool, in an order that no seed draws. In the copy the argument says to come back. Two types of the runtime that leave for the pool
/// on their own are replaced by <see cref="SimulatedSemaphore"/> and <see cref="SimulatedCancellation"/>. Nothing else changes.
/// </remarks>
internal static class AssemblyRewriter
{
    private const string CancelAsync = nameof(CancellationTokenSource.CancelAsync);
    private const string ConfigureAwait = nameof(Task.ConfigureAwait);

    internal static MemoryStream Rewrite(string path)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(path, new ReaderParameters { InMemory = true });
        MethodReference cancel = module.ImportReference(typeof(SimulatedCancellation).GetMethod(CancelAsync));
        foreach (MethodDefinition method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
        {
            Rewrite(method.Body, cancel);
        }

        TypeReference semaphore = module.ImportReference(typeof(SimulatedSemaphore));
        foreach (TypeReference type in module.GetTypeReferences().Where(type => type.FullName == typeof(SemaphoreSlim).FullName))
        {
            (type.Namespace, type.Name, type.Scope) = (semaphore.Namespace, semaphore.Name, semaphore.Scope);
        }

        var copy = new MemoryStream();
        module.Write(copy);
        copy.Position = 0;
        return copy;
    }

    private static void Rewrite(MethodBody body, MethodReference cancel)
    {
        body.SimplifyMacros();
        ILProcessor code = body.GetILProcessor();
        foreach (Instruction instruction in body.Instructions.Where(instruction => instruction.Operand is MethodReference).ToArray())
        {
            var called = (MethodReference)instruction.Operand;
            if (called.Name == CancelAsync && called.DeclaringType.FullName == typeof(CancellationTokenSource).FullName)
            {
                (instruction.OpCode, instruction.Operand) = (OpCodes.Call, cancel);
            }
            else if (called.Name == ConfigureAwait)
            {
                Capture(code, instruction, called);
            }
        }

        body.OptimizeMacros();
    }

    /// <summary>Sets the lowest bit of the argument: true, and <see cref="ConfigureAwaitOptions.ContinueOnCapturedContext"/>.</summary>
    private static void Capture(ILProcessor code, Instruction call, MethodReference called)
    {
        // The call itself becomes the first of the three, since a branch may lead to it.
        Instruction or = Instruction.Create(OpCodes.Or);
        Instruction moved = Instruction.Create(call.OpCode, called);
        (call.OpCode, call.Operand) = (OpCodes.Ldc_I4_1, null);
        code.InsertAfter(call, or);
        code.InsertAfter(or, moved);
    }
}

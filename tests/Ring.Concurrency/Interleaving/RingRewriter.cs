using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace RingPerf.Concurrency.Interleaving;

/// <summary>Makes a copy of the ring's assembly whose <see cref="ConcurrentHashRing"/> can be interrupted before every shared access.</summary>
/// <remarks>The ring that it holds is immutable, so the reference to it is all that threads share.</remarks>
internal static class RingRewriter
{
    private static readonly string[] SharedAccess = [typeof(Volatile).FullName!, typeof(Interlocked).FullName!];

    /// <param name="path">The assembly.</param>
    /// <param name="losesUpdates">Whether its compare-and-swap shall not compare: the defect that must be found.</param>
    internal static MemoryStream Rewrite(string path, bool losesUpdates)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(path, new ReaderParameters { InMemory = true });
        MethodReference pass = module.ImportReference(typeof(InterleavingPoint).GetMethod(nameof(InterleavingPoint.Pass)));
        MethodReference blind = module.ImportReference(typeof(BlindSwap).GetMethod(nameof(BlindSwap.CompareExchange)));
        TypeDefinition ring = module.GetType(typeof(ConcurrentHashRing).FullName);
        foreach (MethodDefinition method in ring.Methods.Where(method => method is { HasBody: true, IsConstructor: false }))
        {
            method.Body.SimplifyMacros();
            ILProcessor code = method.Body.GetILProcessor();
            foreach (Instruction call in method.Body.Instructions.Where(IsSharedAccess).ToArray())
            {
                var called = (GenericInstanceMethod)call.Operand;
                Instruction access = Instruction.Create(call.OpCode, Swapped(called, losesUpdates ? blind : null));
                // The call itself becomes the first of the two, since a branch may lead to it.
                (call.OpCode, call.Operand) = (OpCodes.Call, pass);
                code.InsertAfter(call, access);
            }

            method.Body.OptimizeMacros();
        }

        var copy = new MemoryStream();
        module.Write(copy);
        copy.Position = 0;
        return copy;
    }

    private static bool IsSharedAccess(Instruction instruction) =>
        instruction.Operand is GenericInstanceMethod called && SharedAccess.Contains(called.DeclaringType.FullName);

    private static GenericInstanceMethod Swapped(GenericInstanceMethod called, MethodReference? blind)
    {
        if (blind is null || called.Name != nameof(Interlocked.CompareExchange))
        {
            return called;
        }

        var generic = new GenericInstanceMethod(blind);
        generic.GenericArguments.Add(called.GenericArguments[0]);
        return generic;
    }
}

using System.Collections.Concurrent;

namespace RingPerf.Mutation;

/// <summary>Gives each mutant to a worker, and a new worker where one hung, died or was left broken.</summary>
internal sealed class Campaign(TestSource tests, string assembly, string coveragePath, Coverage coverage)
{
    public const string Uncovered = "no coverage", TimedOut = "timeout", Crashed = "crash";

    public async Task<IReadOnlyDictionary<int, string>> RunAsync(IReadOnlyList<Mutant> mutants, int workers, TextWriter log)
    {
        var outcomes = new ConcurrentDictionary<int, string>();
        var left = new ConcurrentQueue<Mutant>();
        foreach (Mutant mutant in mutants)
        {
            if (coverage.Tests.ContainsKey(mutant.Id))
            {
                left.Enqueue(mutant);
            }
            else
            {
                outcomes[mutant.Id] = Uncovered;
            }
        }

        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => WorkAsync(left, outcomes, log)));
        return outcomes;
    }

    private async Task WorkAsync(ConcurrentQueue<Mutant> left, ConcurrentDictionary<int, string> outcomes, TextWriter log)
    {
        WorkerProcess? worker = null;
        while (left.TryDequeue(out Mutant? mutant))
        {
            bool fresh = coverage.Static.Contains(mutant.Id);
            string outcome;
            while (true)
            {
                if (fresh || worker is null)
                {
                    worker?.Dispose();
                    worker = new WorkerProcess(tests, assembly, coveragePath, active: coverage.Static.Contains(mutant.Id) ? mutant.Id : -1);
                    fresh = true;
                }

                outcome = await worker.AskAsync(mutant);
                bool broken = outcome is TimedOut or Crashed or Worker.Corrupt;
                if (broken || coverage.Static.Contains(mutant.Id))
                {
                    worker.Dispose();
                    worker = null;
                }

                if (!broken || outcome == TimedOut || fresh)
                {
                    break;
                }
            }

            outcomes[mutant.Id] = outcome;
            log.WriteLine($"{left.Count} left; {mutant.File}:{mutant.Line} {mutant.Kind}: {outcome}");
        }

        worker?.Dispose();
    }
}

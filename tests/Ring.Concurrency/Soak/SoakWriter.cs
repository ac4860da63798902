namespace RingPerf.Concurrency.Soak;

/// <summary>Adds, removes and reweights nodes of its own on a ring that others change too.</summary>
internal sealed class SoakWriter(ConcurrentHashRing ring, Generations generations, int number, int writers)
{
    private const int MostNodes = 6;

    private readonly Random _draws = new(number);
    private readonly List<string> _present = [];
    private int _named;

    /// <summary>Changes that were made.</summary>
    internal long Changes { get; private set; }

    internal void Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (generations.HasRoom(ring.Version, writers))
            {
                generations.Keep(Change());
                Changes++;
            }
            else
            {
                Thread.Yield();
            }
        }
    }

    private RingChange Change()
    {
        int choice = _draws.Next(3);
        if (_present.Count == 0 || (choice == 0 && _present.Count < MostNodes))
        {
            _present.Add($"{number}-{_named++}");
            return ring.Add(_present[^1]);
        }

        string node = _present[_draws.Next(_present.Count)];
        if (choice == 1)
        {
            double weight = 0.5 + _draws.NextDouble();
            return ring.Update(current => current.Reweight(node, weight));
        }

        _present.Remove(node);
        return ring.TryRemove(node, out RingChange? removed) ? removed : throw new SoakException($"{node} is gone");
    }
}

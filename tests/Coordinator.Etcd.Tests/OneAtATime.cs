// Bounds are measured in real time, and one test takes the thread pool from every other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

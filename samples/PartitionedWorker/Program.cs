using RingPerf.Samples.PartitionedWorker;

return await WorkerTool.RunAsync(args, Console.OpenStandardOutput(), Console.Error);

using BenchmarkDotNet.Loggers;
using RingPerf.Benchmarks;

return new BenchmarkCommand(ConsoleLogger.Default, Console.Out, Console.Error).Run(args);

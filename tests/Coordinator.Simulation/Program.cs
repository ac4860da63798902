using RingPerf.Coordination.Simulation.Commands;

return new SimulationCommand(Console.Out, Console.Error).Run(args);

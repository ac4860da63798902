using RingPerf.Analysis;

return Tool.Run(args, ToolStreams.OfConsole());

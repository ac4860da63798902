global using System.Text;
global using RingPerf.Analysis.Tests.Support;

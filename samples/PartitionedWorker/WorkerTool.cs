using System.CommandLine;
using System.CommandLine.Help;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using RingPerf.Coordination;

namespace RingPerf.Samples.PartitionedWorker;

/// <summary>Arguments to exit code: 0 stopped, 1 a failed run, 2 bad input; every error is one line on standard error.</summary>
internal static class WorkerTool
{
    private const int Failed = 1;
    private const int BadInput = 2;

    internal static async Task<int> RunAsync(string[] args, Stream output, TextWriter error)
    {
        var options = new WorkerOptionSet();
        var command = new RootCommand("Agents that share the items of a file: each prints its own, one line of JSON a poll.");
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(options.Read(parsed), output, error));
        ParseResult parsed = command.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            return Fail(error, parsed.Errors[0].Message, BadInput);
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (BadInputException e)
        {
            return Fail(error, e.Message, BadInput);
        }
        catch (OptionsValidationException e)
        {
            return Fail(error, e.Failures.First(), BadInput);
        }
        catch (AggregateException e) when (e.InnerExceptions[0] is OptionsValidationException first)
        {
            return Fail(error, first.Failures.First(), BadInput);
        }
    }

    private static async Task<int> RunAsync(WorkerOptions options, Stream output, TextWriter error)
    {
        using IHost host = Build(options, new PollWriter(output, TimeProvider.System));
        WorkerRun run = host.Services.GetRequiredService<WorkerRun>();
        await host.RunAsync();
        return run.Failure is { } failure ? Fail(error, failure, Failed) : 0;
    }

    private static IHost Build(WorkerOptions options, PollWriter writer)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        // Standard output is for the polls alone; a start that fails is told in one line by the caller.
        builder.Logging.SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddSimpleConsole(console => console.SingleLine = true)
            .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(
            services => new WorkerRun(services.GetRequiredService<IHostApplicationLifetime>(), options.Agents));
        int[] agents = [.. Enumerable.Range(1, options.Agents)];
        foreach (int agent in agents)
        {
            builder.Services.AddPartitionCoordinator(NameOf(agent), coordinator =>
            {
                coordinator.BackendUrl = options.BackendUrl;
                coordinator.GroupId = options.Group;
                coordinator.MemberId = options.MemberIdOf(agent);
                coordinator.HeartbeatInterval = options.Heartbeat;
                coordinator.Labels = options.Labels;
            }).AddInMemoryDriver().AddRedisDriver().AddEtcdDriver();
        }

        // Behind the coordinators, so that an agent has stopped to poll before its coordinator leaves.
        foreach (int agent in agents)
        {
            builder.Services.AddSingleton<IHostedService>(services => new PartitionedAgent(
                services.GetRequiredKeyedService<PartitionCoordinator>(NameOf(agent)), options.Items, options.Poll,
                agent == options.Agents ? options.LeaveAfter : null, writer, services.GetRequiredService<WorkerRun>()));
        }

        return builder.Build();
    }

    private static string NameOf(int agent) => $"agent-{agent}";

    private static int Fail(TextWriter error, string message, int code)
    {
        error.WriteLine($"PartitionedWorker: {message.ReplaceLineEndings(" ")}");
        return code;
    }
}

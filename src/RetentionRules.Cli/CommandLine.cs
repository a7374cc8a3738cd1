using System.CommandLine;
using System.CommandLine.Parsing;
using RetentionRules.Cli.Commands;
using RetentionRules.DryRun;

namespace RetentionRules.Cli;

/// <summary>The verbs, and what becomes of whatever goes wrong in them.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        try
        {
            ParseResult parsed = Build(terminal).Parse(args);
            if (parsed.Errors.Count > 0) return RefuseUsage(parsed, terminal);
            InvocationConfiguration configuration = new()
            {
                EnableDefaultExceptionHandler = false,
                Output = terminal.Output,
                Error = terminal.Error,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(5),
            };
            int code = await parsed.InvokeAsync(configuration);
            await terminal.Output.FlushAsync();
            return code;
        }
        catch (Exception e)
        {
            return await ReportAsync(e, terminal);
        }
    }

    private static RootCommand Build(Terminal terminal) => new("Retention schedules that can be checked, tested and run dry. It never disposes of anything.")
    {
        CheckCommand.Build(terminal),
        FormatCommand.Build(terminal),
        ProveCommand.Build(terminal),
        DiffCommand.Build(terminal),
        TestCommand.Build(terminal),
        ReportCommand.Build(terminal),
        EvaluateCommand.Build(terminal),
        ClassifyCommand.Build(terminal),
        AllowedCommand.Build(terminal),
        ExplainCommand.Build(terminal),
        DryRunCommand.Build(terminal),
        RecheckCommand.Build(terminal),
        VerifyCommand.Build(terminal),
        ImportCommand.Build(terminal),
        DescribeCommand.Build(terminal),
        SchemaCommand.Build(terminal),
        InitCommand.Build(terminal),
    };

    /// <summary>The library's own handler would print help to standard output and exit with 1.</summary>
    private static int RefuseUsage(ParseResult parsed, Terminal terminal)
    {
        foreach (ParseError error in parsed.Errors) terminal.Error.WriteLine("retention: " + error.Message);
        string verb = parsed.CommandResult.Command is RootCommand ? "" : " " + parsed.CommandResult.Command.Name;
        terminal.Error.WriteLine($"Try `retention{verb} --help`.");
        return ExitCode.Unusable;
    }

    private static async Task<int> ReportAsync(Exception e, Terminal terminal)
    {
        switch (e)
        {
            case UsageException:
                await terminal.Error.WriteLineAsync("retention: " + e.Message);
                return await FlushedAsync(terminal, ExitCode.Unusable);
            case RecordFileException:
                await terminal.Error.WriteAsync(e.Message);
                return await FlushedAsync(terminal, ExitCode.Unusable);
            case OperationCanceledException:
                await terminal.Error.WriteLineAsync("retention: " + (e is CancelledException ? e.Message : "cancelled"));
                return await FlushedAsync(terminal, ExitCode.Cancelled);
            case FileNotFoundException { FileName: { } file }:
                await terminal.Error.WriteLineAsync($"retention: there is no file `{Path.GetRelativePath(Environment.CurrentDirectory, file)}`.");
                return ExitCode.Unusable;
            case IOException or UnauthorizedAccessException:
                await terminal.Error.WriteLineAsync("retention: " + e.Message);
                return ExitCode.Unusable;
            default:
                await terminal.Error.WriteLineAsync("retention: a fault of this program, please report it:");
                await terminal.Error.WriteLineAsync(e.ToString());
                return ExitCode.Fault;
        }
    }

    private static async Task<int> FlushedAsync(Terminal terminal, int code)
    {
        await terminal.Output.FlushAsync();
        return code;
    }
}

using System.CommandLine;
using RetentionRules.Cli.Output;
using RetentionRules.DryRun;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention recheck SCHEDULE RECORDS LIST</c>: which records of a list for signature may no longer be acted on.</summary>
internal static class RecheckCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string> schedule = CommonOptions.ScheduleFile();
        Argument<string[]> files = new("records list")
        {
            Description = "The records: .csv, .jsonl, or - for standard input; and last the list, as dry-run wrote it and people signed it.",
            HelpName = "RECORDS… LIST",
            Arity = new ArgumentArity(2, 100_000),
        };
        DecidingOptions deciding = new();
        Option<string?> output = new("--output", "-o") { Description = "Write what may no longer be acted on as a .csv file too.", HelpName = "FILE" };
        Command command = new("recheck", "Decides the records of a list for signature again before the act, and says which may no longer be acted on, and why.") { schedule, files, output };
        deciding.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            string[] paths = parsed.GetValue(files)!;
            CheckOrder(parsed.GetValue(schedule)!, paths);
            Deciding run = deciding.Open(parsed, terminal, parsed.GetValue(schedule)!);
            DispositionRecheck recheck = await DispositionRecheck.ReadAsync(new RecordSource(File.OpenRead(paths[^1]), RecordFormat.Csv, paths[^1]), cancellation);
            RecordSource[] sources = deciding.Records(parsed, terminal, paths[..^1]);
            using OutputFiles written = new([parsed.GetValue(schedule)!, .. RecordPaths.Expand(paths[..^1]), paths[^1]]);
            await deciding.RunAsync(parsed, terminal, run, sources, [recheck], "the list was not decided to its end", cancellation);
            IReadOnlyList<RecheckFinding> findings = recheck.Findings;
            if (parsed.GetValue(output) is { } path) await WriteCsvAsync(path, findings, written);
            written.Complete();
            int code = deciding.Report(parsed, terminal, run.Runner.Findings);
            foreach (RecheckFinding finding in findings) await terminal.Output.WriteLineAsync(RecheckText.Line(finding));
            if (!deciding.IsQuiet(parsed)) await terminal.Error.WriteLineAsync(RecheckText.Summary(recheck.Listed, findings, run.Day));
            return findings.Count > 0 ? ExitCode.Findings : code;
        });
        return command;
    }

    /// <summary>Whoever names the list first means the right files; only the order is another.</summary>
    private static void CheckOrder(string schedule, string[] files)
    {
        const string Usage = "the schedule comes first and the list last: retention recheck SCHEDULE RECORDS LIST";
        if (!IsYaml(schedule) && OutputFiles.EndingOf(schedule) is ".csv" or ".jsonl") throw new UsageException($"`{schedule}` is no schedule; {Usage}");
        if (files.FirstOrDefault(IsYaml) is { } misplaced) throw new UsageException($"`{misplaced}` is neither records nor a list; {Usage}");
    }

    private static bool IsYaml(string path) => Path.GetExtension(path) is ".yaml" or ".yml";

    private static async Task WriteCsvAsync(string path, IReadOnlyList<RecheckFinding> findings, OutputFiles files)
    {
        if (OutputFiles.EndingOf(path) != ".csv") throw new UsageException($"-o takes a .csv file, not `{path}`.");
        await using StreamWriter writer = new(files.Create("-o", path)) { NewLine = "\n" };
        await writer.WriteLineAsync(RecheckCsv.Header);
        foreach (RecheckFinding finding in findings) await writer.WriteLineAsync(RecheckCsv.Write(finding));
    }
}

using System.CommandLine;
using RetentionRules.Cli.Output;
using RetentionRules.DryRun;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention dry-run SCHEDULE RECORDS</c>: what would fall due, and what stands in the way.</summary>
internal static class DryRunCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string> schedule = CommonOptions.ScheduleFile();
        Argument<string[]> records = CommonOptions.RecordsFiles();
        DecidingOptions deciding = new();
        Option<string> format = CommonOptions.Format("text", "json");
        Option<string[]> by = new("--by") { Description = "Count the statuses by the values of these facts too: --by series,copy.", HelpName = "FACT[,FACT]", AllowMultipleArgumentsPerToken = false };
        DryRunFiles outputs = new();
        Option<string?> manifest = new("--manifest") { Description = "Write what the run was made of, with the hash of every file: a .json file.", HelpName = "FILE" };
        Command command = new("dry-run", "Decides all records and sums up what would fall due, and when. Nothing is disposed of.") { schedule, records, format, by, manifest };
        outputs.AddTo(command);
        ReportOutput report = new();
        report.AddTo(command);
        deciding.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            Deciding run = deciding.Open(parsed, terminal, parsed.GetValue(schedule)!);
            ManifestOutput? written = parsed.GetValue(manifest) is { } path ? new ManifestOutput(path, run, deciding.MappingFiles(parsed, run)) : null;
            RecordSource[] sources = deciding.Records(parsed, terminal, parsed.GetValue(records)!, areHashed: written is not null);
            DryRunSummary summary = SummaryBy(run.Policy, parsed.GetValue(by) ?? []);
            using OutputFiles files = new([.. RunManifest.FilesOf(run.Policy).Concat(deciding.MappingFiles(parsed, run)).Select(f => f.Path), .. RecordPaths.Expand(parsed.GetValue(records)!)]);
            string whenCancelled = outputs.TakeStandardOutput(parsed) ? "what was written is not complete" : "no output was written";
            await deciding.RunAsync(parsed, terminal, run, sources, [summary, .. outputs.Open(parsed, run.Policy, terminal, files), .. report.Open(parsed, run.Policy, files)], whenCancelled, cancellation);
            await outputs.CompleteAsync(terminal, summary);
            report.Complete(run, [.. sources.Select(s => s.Name)], deciding.MappingOf(parsed), summary);
            written?.Write(files, sources, summary, deciding.Parameters(parsed), ManifestOutput.Typed(parsed, [by, .. outputs.Options, .. deciding.FormOptions]));
            files.Complete();
            int code = deciding.Report(parsed, terminal, run.Runner.Findings);
            if (!deciding.IsQuiet(parsed)) outputs.Report(terminal.Error);
            TextWriter target = outputs.TakeStandardOutput(parsed) ? terminal.Error : terminal.Output;
            if (parsed.GetValue(format) == "json") SummaryJson.Write(target, summary, run.Policy, run.Day, run.Runner.Findings);
            else SummaryText.Write(target, summary, run.Policy, run.Day);
            return code;
        });
        return command;
    }

    private static DryRunSummary SummaryBy(CompiledPolicy policy, string[] by)
    {
        string[] facts = [.. by.SelectMany(CommaList.Split).Where(b => b.Length > 0)];
        try
        {
            return new DryRunSummary(policy, facts);
        }
        catch (ArgumentException e)
        {
            throw new UsageException($"--by: {Inputs.WithoutParameter(e)} Its facts are {string.Join(", ", policy.Facts.Select(f => f.Name))}.");
        }
    }
}

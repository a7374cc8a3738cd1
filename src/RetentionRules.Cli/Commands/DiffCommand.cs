using System.CommandLine;
using RetentionRules.Analysis;
using RetentionRules.Cli.Output;
using RetentionRules.Findings;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention diff OLD NEW [RECORDS]</c>: what two editions say differently, by their texts and by what becomes of records.</summary>
internal static class DiffCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string> old = new("old") { Description = "The edition before.", HelpName = "OLD" };
        Argument<string> @new = new("new") { Description = "The edition after.", HelpName = "NEW" };
        Argument<string[]> records = new("records") { Description = "Records: how many of them fare differently, and how.", HelpName = "RECORDS", Arity = ArgumentArity.ZeroOrMore };
        Option<string[]> rename = new("--rename") { Description = "An item that has another number in the new edition: --rename 2.1=2.4.", HelpName = "OLD=NEW" };
        Option<string?> map = CommonOptions.Map();
        Option<string?> holds = CommonOptions.Holds();
        Option<string?> asOf = CommonOptions.AsOf();
        RecordForm form = new();
        AnalysisBudget budget = new();
        Option<string> format = CommonOptions.Format(FindingReport.Formats);
        Option<string?> output = CommonOptions.OutputFile();
        Option<string> color = CommonOptions.Color();
        Option<bool> quiet = CommonOptions.Quiet();
        FindingOptions weighing = new();
        Command command = new("diff", "Compares two editions of a schedule: what is written differently, which records fare differently, each kind with a record, and how many real ones.")
            { old, @new, records, rename, map, holds, asOf, format, output, color, quiet };
        form.AddTo(command);
        budget.AddTo(command);
        weighing.AddTo(command);
        command.SetAction(async (parsed, cancelled) =>
        {
            Inputs inputs = new(terminal, parsed.GetValue(color)!);
            ComparedEditions editions = new(inputs.Schedule(parsed.GetValue(old)!), inputs.Schedule(parsed.GetValue(@new)!));
            DateOnly day = CommonOptions.DayOf(parsed.GetValue(asOf), terminal);
            using AnalysisClock clock = budget.Start(parsed, cancelled);
            ScheduleComparison comparison = editions.Compare(clock.Limit(new AnalysisOptions(day)), parsed.GetValue(rename) ?? []);
            cancelled.ThrowIfCancellationRequested();
            FindingRun run = weighing.Open(parsed, editions.Files);
            JudgedFinding[] findings = [.. editions.Judge(run, comparison, day), .. run.AboutProfiles(day)];
            FindingReport report = new("diff", editions.Files, findings);
            RecordImpact? impact = parsed.GetValue(records) is { Length: > 0 } paths
                ? await editions.ImpactAsync(inputs, parsed.GetValue(holds), parsed.GetValue(map), p => form.Open(parsed, p, terminal), paths, day, cancelled)
                : null;
            using OutputFile file = OutputFile.Open(parsed.GetValue(output), terminal);
            string written = parsed.GetValue(format)!;
            if (written == "text") file.Writer.Write(ComparisonText.Texts(comparison));
            report.Write(written, file.Writer, terminal.WorkingFolder, isVerbose: true, Color.IsWanted(parsed.GetValue(color)!, file.IsStandardOutput && terminal.OutputHasColor));
            if (written == "text") file.Writer.Write(ComparisonText.Verdict(comparison));
            if (written == "text" && impact is not null) file.Writer.Write(ComparisonText.Impact(impact));
            file.Complete();
            if (!parsed.GetValue(quiet))
            {
                run.NameProfiles(terminal.Error);
                terminal.Error.WriteLine($"{comparison.Old} → {comparison.New}, as of {day:yyyy-MM-dd}: {report.Counts(isVerbose: true)}");
            }

            return Exit(comparison, findings);
        });
        return command;
    }

    /// <summary>That the meanings differ is told by the code, unless each difference is accepted; that it is not settled is no pass.</summary>
    private static int Exit(ScheduleComparison comparison, JudgedFinding[] findings)
    {
        JudgedFinding[] left = [.. findings.Where(f => !f.IsAccepted)];
        bool differs = comparison.Changes.Count > 0 && left.Any(f => comparison.Changes.Any(c => c.Finding.Descriptor == f.Diagnostic.Descriptor));
        bool isSettled = comparison.Open.Count == 0 || !left.Any(f => comparison.Open.Any(o => o.Descriptor == f.Diagnostic.Descriptor));
        return ExitCode.OfProof(differs, isSettled);
    }
}

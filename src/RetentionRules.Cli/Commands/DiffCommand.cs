using System.CommandLine;
using RetentionRules.Analysis;
using RetentionRules.Cli.Output;
using RetentionRules.Findings;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention diff OLD NEW [RECORDS]</c>: what two editions say differently, by their texts and by what becomes of records.</summary>
internal static class DiffCommand
{
    /// <summary>So many changes are explained in text unless another number is asked for: some screens, which somebody still reads.</summary>
    private const int UsuallyExplained = 20;

    /// <summary>And so many where they destroy what was not destroyed, or sooner.</summary>
    private const int MostOfDestruction = 100;

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
        ExplainOption explain = new($"Unless given, as text {UsuallyExplained}, or as many as destroy newly or sooner, up to {MostOfDestruction}; as JSON none.");
        Command command = new("diff", "Compares two editions of a schedule: what is written differently, which records fare differently, each kind with a record, and how many real ones.")
            { old, @new, records, rename, map, holds, asOf, format, output, color, quiet };
        form.AddTo(command);
        budget.AddTo(command);
        weighing.AddTo(command);
        explain.AddTo(command);
        command.SetAction(async (parsed, cancelled) =>
        {
            string written = parsed.GetValue(format)!;
            int? asked = explain.CountOf(parsed);
            if (asked is not null && written is not ("text" or "json")) throw new UsageException($"--explain is for --format text and json; {written} has the record and the two decisions of each change.");
            Inputs inputs = new(terminal, parsed.GetValue(color)!);
            (RetentionSchedule before, RetentionSchedule after) = inputs.Schedules(parsed.GetValue(old)!, parsed.GetValue(@new)!);
            ComparedEditions editions = new(before, after);
            DateOnly day = CommonOptions.DayOf(parsed.GetValue(asOf), terminal);
            using AnalysisClock clock = budget.Start(parsed, cancelled);
            ScheduleComparison comparison = editions.Compare(clock.Limit(new AnalysisOptions(day)), parsed.GetValue(rename) ?? []);
            cancelled.ThrowIfCancellationRequested();
            FindingRun run = weighing.Open(parsed, editions.Files);
            IReadOnlyList<ChangeFinding> judged = editions.Judge(run, comparison, day);
            JudgedFinding[] findings = [.. judged.Select(f => f.Finding), .. run.AboutProfiles(day)];
            RecordImpact? impact = parsed.GetValue(records) is { Length: > 0 } paths
                ? await editions.ImpactAsync(inputs, parsed.GetValue(holds), parsed.GetValue(map), p => form.Open(parsed, p, terminal), paths, day, cancelled)
                : null;
            using OutputFile file = OutputFile.Open(parsed.GetValue(output), terminal);
            ChangeFinding[] shown = [.. judged.Where(f => f.Change?.Witness is not null)];
            ChangeExplanations explanations = new(shown, asked ?? (written == "text" ? Usually(shown) : 0), cancelled)
            {
                Width = file.IsStandardOutput ? terminal.OutputWidth : Terminal.WidthOfFiles,
                HasColor = Color.IsWanted(parsed.GetValue(color)!, file.IsStandardOutput && terminal.OutputHasColor),
            };
            FindingReport report = new("diff", editions.Files, findings) { Details = explanations };
            if (written == "text") file.Writer.Write(ComparisonText.Texts(comparison));
            report.Write(written, file.Writer, terminal.WorkingFolder, isVerbose: true, explanations.HasColor);
            if (written == "text") file.Writer.Write(ComparisonText.Verdict(comparison) + explanations.Left + (impact is null ? "" : ComparisonText.Impact(impact)));
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

    private static int Usually(IEnumerable<ChangeFinding> shown) =>
        Math.Clamp(shown.Count(f => f.Change!.Kind is MeaningChangeKind.NewDestruction or MeaningChangeKind.ShorterRetention), UsuallyExplained, MostOfDestruction);

    /// <summary>That the meanings differ is told by the code, unless each difference is accepted; that it is not settled is no pass.</summary>
    private static int Exit(ScheduleComparison comparison, JudgedFinding[] findings)
    {
        JudgedFinding[] left = [.. findings.Where(f => !f.IsAccepted)];
        bool differs = comparison.Changes.Count > 0 && left.Any(f => comparison.Changes.Any(c => c.Finding.Descriptor == f.Diagnostic.Descriptor));
        bool isSettled = comparison.Open.Count == 0 || !left.Any(f => comparison.Open.Any(o => o.Descriptor == f.Diagnostic.Descriptor));
        return ExitCode.OfProof(differs, isSettled);
    }
}

using System.CommandLine;
using RetentionRules.Analysis;
using RetentionRules.Cli.Output;
using RetentionRules.Findings;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention prove SCHEDULE</c>: what holds for all records, and a record for each thing that does not.</summary>
internal static class ProveCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string> schedule = CommonOptions.ScheduleFile();
        Option<string?> holds = new("--holds") { Description = "A file of holds, to see which of them can never apply.", HelpName = "FILE" };
        Option<string?> asOf = CommonOptions.AsOf();
        AnalysisBudget budget = new();
        Option<string> format = CommonOptions.Format(FindingReport.Formats);
        Option<string?> output = CommonOptions.OutputFile();
        Option<string> color = CommonOptions.Color();
        Option<bool> quiet = CommonOptions.Quiet();
        Option<bool> verbose = new("--verbose", "-v") { Description = "Show notes, what is accepted, and what each item needs to be told, too." };
        FindingOptions weighing = new();
        Command command = new("prove", "Says of a schedule what holds for every record: no gaps, no overlaps, nothing that can never apply; with a record for each thing that does not hold.") { schedule, holds, asOf, format, output, verbose, color, quiet };
        budget.AddTo(command);
        weighing.AddTo(command);
        command.SetAction((parsed, cancelled) =>
        {
            Inputs inputs = new(terminal, parsed.GetValue(color)!);
            AnalysedSchedule read = AnalysedSchedule.Read(inputs, parsed.GetValue(schedule)!, parsed.GetValue(holds));
            DateOnly day = CommonOptions.DayOf(parsed.GetValue(asOf), terminal);
            using AnalysisClock clock = budget.Start(parsed, cancelled);
            ScheduleAnalysis analysis = ScheduleAnalyzer.Analyze(read.Instrument, clock.Limit(new AnalysisOptions(day) { Holds = read.Holds }));
            cancelled.ThrowIfCancellationRequested();
            FindingRun run = weighing.Open(parsed, read.Files);
            JudgedFinding[] findings = [.. read.Judge(run, analysis, day), .. run.AboutProfiles(day)];
            FindingReport report = new("prove", read.Files, findings);
            bool isVerbose = parsed.GetValue(verbose);
            using OutputFile file = OutputFile.Open(parsed.GetValue(output), terminal);
            string form = parsed.GetValue(format)!;
            report.Write(form, file.Writer, terminal.WorkingFolder, isVerbose, Color.IsWanted(parsed.GetValue(color)!, file.IsStandardOutput && terminal.OutputHasColor));
            if (form == "text") file.Writer.Write(ProofText.Write(analysis, isVerbose));
            file.Complete();
            if (!parsed.GetValue(quiet))
            {
                run.NameProfiles(terminal.Error);
                terminal.Error.WriteLine($"{read.Instrument}, as of {day:yyyy-MM-dd}: {report.Counts(isVerbose)}");
            }

            // What is not settled is a finding of its own, which can be accepted; left open it is no pass, whatever is called an error.
            JudgedFinding[] open = [.. findings.Where(f => AnalysisFinding.IsNotSettled(f.Diagnostic.Descriptor))];
            return Task.FromResult(ExitCode.OfProof(findings.Except(open).Any(f => f.Fails), open.All(f => f.IsAccepted)));
        });
        return command;
    }
}

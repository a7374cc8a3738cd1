using System.CommandLine;
using RetentionRules.Cli.Output;
using RetentionRules.DryRun;
using RetentionRules.Evaluation;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention classify SCHEDULE RECORDS</c>: the class and the item of each record, and why.</summary>
internal static class ClassifyCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string> schedule = CommonOptions.ScheduleFile();
        Argument<string> records = CommonOptions.RecordsFile();
        Option<string?> asOf = CommonOptions.AsOf();
        Option<string?> map = CommonOptions.Map();
        RecordForm form = new();
        Option<string> format = CommonOptions.Format("json", "text");
        Option<string?> output = CommonOptions.OutputFile();
        Option<bool> strict = new("--strict") { Description = "Exit with 1 where the class of a record is not settled, or a value does not fit its fact." };
        Option<string> color = CommonOptions.Color();
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("classify", "Says the class and the item of each record, and why: JSON lines, or lines for people.")
            { schedule, records, asOf, map, format, output, strict, color, quiet };
        form.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            Inputs inputs = new(terminal, parsed.GetValue(color)!);
            CompiledPolicy policy = inputs.Policy(parsed.GetValue(schedule)!, holds: null, settings: []);
            DryRunner runner = inputs.Runner(policy, parsed.GetValue(map));
            DateOnly day = CommonOptions.DayOf(parsed.GetValue(asOf), terminal);
            RecordSource source = form.Open(parsed, parsed.GetValue(records)!, terminal);
            Func<DispositionDecision, string> write = parsed.GetValue(format) == "text" ? ClassificationSummary.Line : ClassificationJson.Write;
            using OutputFile file = OutputFile.Open(parsed.GetValue(output), terminal);
            // A host that writes a line and waits for its answer must not wait for a buffer to fill.
            bool lineByLine = parsed.GetValue(records) == "-" && file.IsStandardOutput;
            ClassificationSummary summary = new();
            await foreach (DispositionDecision decision in runner.DecideAsync(source, day, cancellation))
            {
                summary.Add(decision.Classification);
                await file.Writer.WriteAsync(write(decision) + "\n");
                if (lineByLine) await file.Writer.FlushAsync(cancellation);
            }

            file.Complete();
            if (!parsed.GetValue(quiet))
            {
                new FindingsPrinter(terminal, Color.IsWanted(parsed.GetValue(color)!, terminal.ErrorHasColor)).Print(runner.Findings);
                await terminal.Error.WriteLineAsync($"{summary} as of {day:yyyy-MM-dd}");
            }

            return parsed.GetValue(strict) && (summary.Unsettled > 0 || runner.Findings.UnfitValues > 0) ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }
}

using System.CommandLine;
using RetentionRules.Cli.Output;
using RetentionRules.DryRun;
using RetentionRules.Evaluation;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention evaluate SCHEDULE RECORDS</c>: a decision a record, as JSON lines.</summary>
internal static class EvaluateCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string> schedule = CommonOptions.ScheduleFile();
        Argument<string> records = CommonOptions.RecordsFile();
        Option<string?> asOf = CommonOptions.AsOf();
        Option<string?> map = CommonOptions.Map();
        Option<string?> holds = CommonOptions.Holds();
        Option<string[]> set = CommonOptions.Set();
        RecordForm form = new();
        Option<string?> output = CommonOptions.OutputFile();
        Option<bool> strict = CommonOptions.Strict();
        Option<string> color = CommonOptions.Color();
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("evaluate", "Decides each record: one JSON line in or one CSV row in, one JSON line out.")
            { schedule, records, asOf, map, holds, set, output, strict, color, quiet };
        form.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            Inputs inputs = new(terminal, parsed.GetValue(color)!);
            CompiledPolicy policy = inputs.Policy(parsed.GetValue(schedule)!, parsed.GetValue(holds), parsed.GetValue(set) ?? []);
            DryRunner runner = inputs.Runner(policy, parsed.GetValue(map));
            DateOnly day = CommonOptions.DayOf(parsed.GetValue(asOf), terminal);
            RecordSource source = form.Open(parsed, parsed.GetValue(records)!, terminal);
            using OutputFile file = OutputFile.Open(parsed.GetValue(output), terminal);
            // A host that writes a line and waits for its decision must not wait for a buffer to fill.
            bool lineByLine = parsed.GetValue(records) == "-" && file.IsStandardOutput;
            long count = 0;
            await foreach (DispositionDecision decision in runner.DecideAsync(source, day, cancellation))
            {
                await file.Writer.WriteAsync(DecisionJson.Write(decision) + "\n");
                if (lineByLine) await file.Writer.FlushAsync(cancellation);
                count++;
            }

            file.Complete();
            FindingsPrinter findings = new(terminal, Color.IsWanted(parsed.GetValue(color)!, terminal.ErrorHasColor));
            if (!parsed.GetValue(quiet)) findings.Print(runner.Findings);
            if (!parsed.GetValue(quiet)) await terminal.Error.WriteLineAsync($"{Counted.Write(count, "record")} decided as of {day:yyyy-MM-dd}");
            return parsed.GetValue(strict) && runner.Findings.UnfitValues > 0 ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }
}

using System.CommandLine;
using RetentionRules.Cli.Output;
using RetentionRules.DryRun;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention allowed SCHEDULE RECORDS --action ACT</c>: whether something may be done with each record.</summary>
internal static class AllowedCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string> schedule = CommonOptions.ScheduleFile();
        Argument<string> records = CommonOptions.RecordsFile();
        Option<string> action = new("--action") { Description = "What is to be done: destroy, transfer, publish, or another act that the schedule knows.", HelpName = "ACT", Required = true };
        Option<bool> recheck = new("--recheck") { Description = "Only records with which it has been done already, or may have been; exit with 1 where it is not permitted." };
        Option<string?> asOf = CommonOptions.AsOf();
        Option<string?> map = CommonOptions.Map();
        Option<string?> holds = CommonOptions.Holds();
        Option<string[]> set = CommonOptions.Set();
        RecordForm form = new();
        Option<string> format = CommonOptions.Format("json", "text");
        Option<string?> output = CommonOptions.OutputFile();
        Option<bool> strict = CommonOptions.Strict();
        Option<string> color = CommonOptions.Color();
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("allowed", "Says of each record whether something may be done with it: permitted, forbidden, or not known, which is no permission.")
            { schedule, records, action, recheck, asOf, map, holds, set, format, output, strict, color, quiet };
        form.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            Inputs inputs = new(terminal, parsed.GetValue(color)!);
            CompiledPolicy policy = inputs.Policy(parsed.GetValue(schedule)!, parsed.GetValue(holds), parsed.GetValue(set) ?? []);
            PermissionRun run = PermissionRun.Of(policy, parsed.GetValue(action)!, parsed.GetValue(recheck));
            DryRunner runner = inputs.Runner(policy, parsed.GetValue(map));
            DateOnly day = CommonOptions.DayOf(parsed.GetValue(asOf), terminal);
            RecordSource source = form.Open(parsed, parsed.GetValue(records)!, terminal);
            using OutputFile file = OutputFile.Open(parsed.GetValue(output), terminal);
            bool lineByLine = parsed.GetValue(records) == "-" && file.IsStandardOutput;
            bool asText = parsed.GetValue(format) == "text";
            await foreach (RecordFacts facts in runner.ReadAsync(source, cancellation))
            {
                if (run.Decide(facts, day) is not { } permission) continue;
                await file.Writer.WriteAsync((asText ? PermissionLine.Write(permission) : PermissionJson.Write(permission)) + "\n");
                if (lineByLine) await file.Writer.FlushAsync(cancellation);
            }

            file.Complete();
            if (!parsed.GetValue(quiet))
            {
                new FindingsPrinter(terminal, Color.IsWanted(parsed.GetValue(color)!, terminal.ErrorHasColor)).Print(runner.Findings);
                await terminal.Error.WriteLineAsync(run.Summary(day));
            }

            bool unfit = parsed.GetValue(strict) && runner.Findings.UnfitValues > 0;
            return unfit || run.HasFindings ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }
}

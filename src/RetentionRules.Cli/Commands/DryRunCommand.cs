using System.CommandLine;
using RetentionRules.Cli.Output;
using RetentionRules.DryRun;
using RetentionRules.Evaluation;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention dry-run SCHEDULE RECORDS</c>: what would fall due, and what stands in the way.</summary>
internal static class DryRunCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string> schedule = CommonOptions.ScheduleFile();
        Argument<string> records = CommonOptions.RecordsFile();
        Option<string?> asOf = CommonOptions.AsOf();
        Option<string?> map = CommonOptions.Map();
        Option<string?> holds = CommonOptions.Holds();
        Option<string[]> set = CommonOptions.Set();
        Option<string> inputFormat = CommonOptions.InputFormat();
        Option<string> separator = CommonOptions.Separator();
        Option<string> format = CommonOptions.Format("text", "json");
        Option<string?> output = new("--output", "-o") { Description = "Write the decisions too: a .csv or .jsonl file, or - for JSON lines on standard output.", HelpName = "FILE" };
        Option<bool> strict = CommonOptions.Strict();
        Option<string> color = CommonOptions.Color();
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("dry-run", "Decides all records and sums up what would fall due, and when. Nothing is disposed of.")
            { schedule, records, asOf, map, holds, set, inputFormat, separator, format, output, strict, color, quiet };
        command.SetAction(async (parsed, cancellation) =>
        {
            Inputs inputs = new(terminal, parsed.GetValue(color)!);
            CompiledPolicy policy = inputs.Policy(parsed.GetValue(schedule)!, parsed.GetValue(holds), parsed.GetValue(set) ?? []);
            DryRunner runner = inputs.Runner(policy, parsed.GetValue(map));
            DateOnly day = CommonOptions.DayOf(parsed.GetValue(asOf), terminal);
            RecordSource source = inputs.Records(parsed.GetValue(records)!, parsed.GetValue(inputFormat)!, parsed.GetValue(separator)!);
            DryRunSummary summary = new();
            using (DecisionFile file = DecisionFile.Open(parsed.GetValue(output), terminal))
            {
                await runner.RunAsync([source], day, [summary, .. file.Outputs], DryRunOptions.Default, cancellation);
                file.Complete();
            }

            if (!parsed.GetValue(quiet)) new FindingsPrinter(terminal, Color.IsWanted(parsed.GetValue(color)!, terminal.ErrorHasColor)).Print(runner.Findings);
            TextWriter target = parsed.GetValue(output) == "-" ? terminal.Error : terminal.Output;
            if (parsed.GetValue(format) == "json") SummaryJson.Write(target, summary, policy, day, runner.Findings);
            else SummaryText.Write(target, summary, policy, day);
            return parsed.GetValue(strict) && runner.Findings.UnfitValues > 0 ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }
}

using System.CommandLine;
using System.Text.RegularExpressions;
using RetentionRules.Cli.Output;
using RetentionRules.Diagnostics;
using RetentionRules.DryRun;
using RetentionRules.Evaluation;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention explain SCHEDULE RECORDS --id ID</c>: why a record is decided so; <c>explain RR2007</c>: what a code means.</summary>
internal static partial class ExplainCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string> schedule = new("schedule") { Description = "The schedule, or the code of a finding such as RR2007.", HelpName = "SCHEDULE|CODE" };
        Argument<string?> records = new("records") { Description = "The records: .csv, .jsonl, or - for standard input.", HelpName = "RECORDS", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> id = new("--id") { Description = "The identifier of the record.", HelpName = "ID" };
        Option<string?> asOf = CommonOptions.AsOf();
        Option<string?> map = CommonOptions.Map();
        Option<string?> holds = CommonOptions.Holds();
        Option<string[]> set = CommonOptions.Set();
        RecordForm form = new();
        Option<string> format = CommonOptions.Format("text", "json");
        Option<string> color = CommonOptions.Color();
        Command command = new("explain", "Explains one decision as a tree over the schedule, or the code of a finding.")
            { schedule, records, id, asOf, map, holds, set, format, color };
        form.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            string first = parsed.GetValue(schedule)!;
            if (Code().IsMatch(first)) return ExplainCode(first, terminal);
            if (parsed.GetValue(records) is not { } path || parsed.GetValue(id) is not { } wanted)
                throw new UsageException("explain takes a schedule, records and --id, or the code of a finding: retention explain RR2007");
            Inputs inputs = new(terminal, parsed.GetValue(color)!);
            CompiledPolicy policy = inputs.Policy(first, parsed.GetValue(holds), parsed.GetValue(set) ?? []);
            DryRunner runner = inputs.Runner(policy, parsed.GetValue(map));
            DateOnly day = CommonOptions.DayOf(parsed.GetValue(asOf), terminal);
            RecordSource source = form.Open(parsed, path, terminal);
            await foreach (RecordFacts facts in runner.ReadAsync(source, cancellation))
            {
                if (facts.Id != wanted) continue;
                Explanation explanation = policy.Explain(facts, day);
                bool asJson = parsed.GetValue(format) == "json";
                await terminal.Output.WriteAsync(asJson ? DecisionJson.Write(explanation.Decision) + "\n" : explanation.ToString());
                return ExitCode.Clean;
            }

            throw new UsageException($"{source.Name} has no record with the identifier `{wanted}`.");
        });
        return command;
    }

    private static int ExplainCode(string code, Terminal terminal)
    {
        DiagnosticDescriptor descriptor = DiagnosticCatalogue.Find(code.ToUpperInvariant()) ?? throw new UsageException($"there is no code `{code}`; docs/diagnostics.md lists them all.");
        terminal.Output.WriteLine($"{descriptor.Code}: {descriptor.Title} ({descriptor.Severity.ToString().ToLowerInvariant()})");
        terminal.Output.WriteLine();
        terminal.Output.WriteLine(descriptor.Meaning);
        terminal.Output.WriteLine();
        terminal.Output.WriteLine("What to do: " + descriptor.Mend);
        return ExitCode.Clean;
    }

    [GeneratedRegex("^RR[0-9]{4}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}

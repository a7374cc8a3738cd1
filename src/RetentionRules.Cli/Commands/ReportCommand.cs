using System.CommandLine;
using RetentionRules.Analysis;
using RetentionRules.Findings;
using RetentionRules.Packet;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention report SCHEDULE</c>: what goes to those who approve it, in one document.</summary>
internal static class ReportCommand
{
    public static Command Build(Terminal terminal)
    {
        PacketOptions options = new();
        Argument<string> schedule = CommonOptions.ScheduleFile();
        Option<string> format = CommonOptions.Format("html", "markdown");
        Option<string?> output = CommonOptions.OutputFile();
        AnalysisBudget budget = new();
        FindingOptions weighing = new();
        ExplainOption explain = new("Unless given, 100.");
        Command command = new("report", "Puts together what goes to those who approve a schedule: what it says, what is proved of it, what changes, its tests and its findings.") { schedule };
        options.AddTo(command);
        foreach (Option option in (Option[])[format, output]) command.Add(option);
        budget.AddTo(command);
        weighing.AddProfileTo(command);
        explain.AddTo(command);
        command.SetAction(async (parsed, cancelled) =>
        {
            int? explained = explain.CountOf(parsed);
            PacketRun run = options.Open(parsed, terminal, parsed.GetValue(schedule)!);
            if (explained is not null && run.Editions is null) throw new UsageException("--explain says how many changes against the edition before are explained; --baseline names that edition.");
            using AnalysisClock clock = budget.Start(parsed, cancelled);
            FindingRun findings = weighing.Open(parsed, run.Files);
            ApprovalPacket packet = run.Prove(clock.Limit(new AnalysisOptions(run.Day)), findings);
            cancelled.ThrowIfCancellationRequested();
            packet = await run.WithRecordsAsync(packet, cancelled);
            if (explained is { } count) packet = packet with { Explained = count };
            using OutputFile file = OutputFile.Open(parsed.GetValue(output), terminal);
            packet.Write(file.Writer, parsed.GetValue(format) == "markdown" ? PacketFormat.Markdown : PacketFormat.Html);
            file.Complete();
            if (!options.IsQuiet(parsed)) findings.NameProfiles(terminal.Error);
            return ExitCode.Clean;
        });
        return command;
    }
}

using System.CommandLine;
using RetentionRules.Cli.Output;
using RetentionRules.Compilation;
using RetentionRules.Findings;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention check FILE…</c>: reads, types and lints files of any kind.</summary>
internal static class CheckCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string[]> files = new("files")
        {
            Description = "Files, or folders whose .yaml files are checked.",
            HelpName = "FILE",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> asOf = CommonOptions.CheckedAsOf();
        Option<string> format = CommonOptions.Format(FindingReport.Formats);
        Option<string?> output = CommonOptions.OutputFile();
        Option<string> color = CommonOptions.Color();
        Option<bool> quiet = CommonOptions.Quiet();
        Option<bool> verbose = new("--verbose", "-v") { Description = "Show notes, and what is accepted, too." };
        FindingOptions weighing = new();
        Command command = new("check", "Reads, types and lints schedules, registers, sets, tests, holds, mappings, classifications and profiles.") { files, asOf, format, output, verbose, color, quiet };
        weighing.AddTo(command);
        command.SetAction(parsed =>
        {
            IReadOnlyList<string> paths = YamlFiles.Find(parsed.GetValue(files)!);
            FindingRun run = weighing.Open(parsed, paths);
            FindingReport report = new("check", paths, Check(paths, run, CommonOptions.DayOf(parsed.GetValue(asOf), terminal)));
            bool isVerbose = parsed.GetValue(verbose);
            Write(report, parsed.GetValue(format)!, parsed.GetValue(output), isVerbose, parsed.GetValue(color)!, terminal);
            if (!parsed.GetValue(quiet)) Summarise(report, run, isVerbose, terminal.Error);
            return report.Findings.Any(f => f.Fails) ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    private static void Write(FindingReport report, string format, string? output, bool isVerbose, string color, Terminal terminal)
    {
        using OutputFile file = OutputFile.Open(output, terminal);
        report.Write(format, file.Writer, terminal.WorkingFolder, isVerbose, Color.IsWanted(color, file.IsStandardOutput && terminal.OutputHasColor));
        file.Complete();
    }

    private static void Summarise(FindingReport report, FindingRun run, bool isVerbose, TextWriter error)
    {
        if (isVerbose) foreach (string line in Sizes(report.Files)) error.WriteLine(line);
        run.NameProfiles(error);
        error.WriteLine($"{Counted.Write(report.Files.Count, "file")} checked: {report.Counts(isVerbose)}{Holdings(report.Files)}");
    }

    private static JudgedFinding[] Check(IReadOnlyList<string> paths, FindingRun run, DateOnly asOf)
    {
        string[] schedules = [.. paths.Where(p => FileCheck.KindOf(p) == RetentionFileKind.Schedule)];
        JudgedFinding[] found = [.. paths.SelectMany(path => run.Judge([path], FileCheck.Check(path, ScheduleFor(path, schedules), asOf), asOf, FindingScope.Check))];
        return [.. found, .. run.AboutProfiles(asOf)];
    }

    /// <summary>The only schedule that is checked with the file, or the only one beside it.</summary>
    private static string ScheduleFor(string path, string[] schedules)
    {
        string folder = Path.GetDirectoryName(path) ?? "";
        string[] beside = [.. schedules.Where(s => (Path.GetDirectoryName(s) ?? "") == folder)];
        return beside is [var neighbour] ? neighbour : schedules is [var only] ? only : "";
    }

    /// <summary>Of a collection of schedules, how many items it has; of a single file that goes without saying.</summary>
    private static string Holdings(IReadOnlyList<string> paths)
    {
        string[] schedules = [.. paths.Where(p => FileCheck.KindOf(p) == RetentionFileKind.Schedule)];
        if (schedules.Length < 2) return "";
        int items = schedules.Sum(s => ScheduleReader.ReadFile(s).TryGetValue(out RetentionSchedule? schedule) ? schedule.Items.Count : 0);
        return $"\n{Counted.Write(schedules.Length, "schedule")} with {Counted.Write(items, "item")}";
    }

    /// <summary>How large each schedule comes out when it is compiled: an item that is tried one by one costs each record a little.</summary>
    private static IEnumerable<string> Sizes(IReadOnlyList<string> paths)
    {
        foreach (string path in paths.Where(p => FileCheck.KindOf(p) == RetentionFileKind.Schedule))
        {
            if (!ScheduleReader.ReadFile(path).TryGetValue(out RetentionSchedule? schedule)) continue;
            DiagramSize size = RetentionPolicy.For(schedule).Compile().Size;
            string open = size.OpenEnds > 0 ? $", of which {Counted.Number(size.OpenEnds)} leave items to be tried one by one" : "";
            yield return $"{path}: {Counted.Write(schedule.Items.Count, "item")}; the diagram has {Counted.Write(size.Nodes, "node")}, {Counted.Write(size.Ways, "way")} and {Counted.Write(size.Ends, "end")}{open}";
        }
    }
}

using System.CommandLine;
using RetentionRules.Cli.Output;
using RetentionRules.Compilation;

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
        Option<string> format = CommonOptions.Format("text", "json");
        Option<string> color = CommonOptions.Color();
        Option<bool> quiet = CommonOptions.Quiet();
        Option<bool> verbose = new("--verbose", "-v") { Description = "Show notes too." };
        Command command = new("check", "Reads, types and lints schedules, registers, sets, tests, holds, mappings and classifications.") { files, asOf, format, verbose, color, quiet };
        command.SetAction(parsed =>
        {
            IReadOnlyList<string> paths = YamlFiles.Find(parsed.GetValue(files)!);
            List<Diagnostic> found = Check(paths, CommonOptions.DayOf(parsed.GetValue(asOf), terminal));
            if (parsed.GetValue(format) == "json") DiagnosticJson.Write(terminal.Output, paths, found);
            else
            {
                IEnumerable<Diagnostic> shown = parsed.GetValue(verbose) ? found : found.Where(d => d.Severity != DiagnosticSeverity.Information);
                new DiagnosticPrinter(terminal.Output, Color.IsWanted(parsed.GetValue(color)!, terminal.OutputHasColor)).Print(shown);
            }

            if (parsed.GetValue(verbose) && !parsed.GetValue(quiet)) foreach (string line in Sizes(paths)) terminal.Error.WriteLine(line);
            if (!parsed.GetValue(quiet)) terminal.Error.WriteLine(Summary(paths.Count, found, parsed.GetValue(verbose)) + Holdings(paths));
            return found.Any(d => d.Severity != DiagnosticSeverity.Information) ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    private static List<Diagnostic> Check(IReadOnlyList<string> paths, DateOnly asOf)
    {
        string[] schedules = [.. paths.Where(p => FileCheck.KindOf(p) == RetentionFileKind.Schedule)];
        return [.. paths.SelectMany(path => FileCheck.Check(path, ScheduleFor(path, schedules), asOf))];
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

    private static string Summary(int files, List<Diagnostic> found, bool verbose)
    {
        int errors = found.Count(d => d.Severity == DiagnosticSeverity.Error);
        int warnings = found.Count(d => d.Severity == DiagnosticSeverity.Warning);
        int notes = found.Count - errors - warnings;
        string hidden = notes > 0 && !verbose ? " (--verbose shows the notes)" : "";
        return $"{Counted.Write(files, "file")} checked: {Counted.Write(errors, "error")}, {Counted.Write(warnings, "warning")}, {Counted.Write(notes, "note")}{hidden}";
    }
}

using System.CommandLine;
using RetentionRules.Cli.Output;
using RetentionRules.Testing;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention test FILE…</c>: runs the tests beside a schedule.</summary>
internal static class TestCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string[]> files = new("files")
        {
            Description = "Files of tests, schedules with tests beside them (name.tests.yaml), or folders.",
            HelpName = "FILE",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<bool> verbose = new("--verbose", "-v") { Description = "Name the cases that passed too." };
        Option<string> color = CommonOptions.Color();
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("test", "Runs the tests beside a schedule.") { files, verbose, color, quiet };
        command.SetAction(parsed =>
        {
            bool hasColor = Color.IsWanted(parsed.GetValue(color)!, terminal.OutputHasColor);
            TestPrinter printer = new(terminal.Output, hasColor, parsed.GetValue(verbose));
            int unreadable = TestFiles(parsed.GetValue(files)!).Count(path => !Run(path, printer, terminal, hasColor));
            printer.PrintSummary(unreadable);
            return unreadable > 0 ? ExitCode.Unusable : printer.Failed > 0 ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    private static IReadOnlyList<string> TestFiles(IReadOnlyList<string> named)
    {
        List<string> tests = [];
        foreach (string path in named)
        {
            if (Directory.Exists(path))
                tests.AddRange(YamlFiles.Find([path]).Where(f => FileCheck.KindOf(f) == RetentionFileKind.Tests));
            else if (!File.Exists(path)) throw new UsageException($"there is no file `{path}`.");
            else tests.Add(FileCheck.KindOf(path) == RetentionFileKind.Schedule ? BesideSchedule(path) : path);
        }

        return tests.Count > 0 ? tests : throw new UsageException("there are no files of tests.");
    }

    private static string BesideSchedule(string path)
    {
        string beside = Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path) + ScheduleTestReader.Ending);
        return File.Exists(beside) ? beside : throw new UsageException($"{path} has no tests beside it; expected {beside}.");
    }

    private static bool Run(string path, TestPrinter printer, Terminal terminal, bool hasColor)
    {
        LoadResult<ScheduleTests> loaded = ScheduleTestReader.ReadFile(path);
        if (!loaded.TryGetValue(out ScheduleTests? tests))
        {
            new DiagnosticPrinter(terminal.Error, hasColor).Print(loaded.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
            return false;
        }

        foreach (ScheduleTestCase test in tests.Cases) printer.Print(path, test.Run());
        return true;
    }
}
